package io.mapscope.jfr;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapscope.profile.Operation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jdk.jfr.AnnotationElement;
import jdk.jfr.EventType;
import jdk.jfr.Relational;
import jdk.jfr.SettingDescriptor;
import jdk.jfr.ValueDescriptor;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class EventTypesTest {

  private static final Path DOCUMENT = Path.of("..", "..", "docs", "jfr-events.md");
  private static final Set<String> OF_EVERY_EVENT =
      Set.of("startTime", "duration", "eventThread", "stackTrace");

  private static final List<EventType> TYPES =
      List.of(
          EventType.getEventType(MapStatistics.class),
          EventType.getEventType(AgentStatistics.class));

  @Test
  void types_haveContractNamesCategoryAndNoStacks() {
    assertThat(TYPES)
        .extracting(EventType::getName)
        .containsExactly("mapscope.MapStatistics", "mapscope.AgentStatistics");
    assertThat(TYPES)
        .allSatisfy(
            type -> {
              assertThat(type.getCategoryNames()).containsExactly("Mapscope");
              assertThat(type.getLabel()).isNotBlank();
              assertThat(type.getDescription()).isNotBlank();
              assertThat(type.getSettingDescriptors())
                  .filteredOn(setting -> setting.getName().equals("stackTrace"))
                  .extracting(SettingDescriptor::getDefaultValue)
                  .containsExactly("false");
            });
  }

  @Test
  void fields_haveLabelsAndDescriptions() {
    assertThat(fields())
        .allSatisfy(
            field -> {
              assertThat(field.getLabel()).as(field.getName()).isNotBlank();
              assertThat(field.getDescription()).as(field.getName()).isNotBlank();
            });
  }

  @Test
  void mapStatistics_hasAFieldPerOperation() {
    assertThat(TYPES.get(0).getFields())
        .extracting(ValueDescriptor::getName)
        .containsAll(Stream.of(Operation.values()).map(Operation::jsonName).toList());
  }

  @Test
  void mapId_isRelational() {
    ValueDescriptor mapId = TYPES.get(0).getField("mapId");

    assertThat(mapId.getAnnotationElements())
        .filteredOn(element -> element.getTypeName().equals("mapscope.MapId"))
        .singleElement()
        .extracting(AnnotationElement::getAnnotationElements)
        .asInstanceOf(InstanceOfAssertFactories.list(AnnotationElement.class))
        .extracting(AnnotationElement::getTypeName)
        .contains(Relational.class.getName());
  }

  @Test
  void document_explainsEveryEventAndField() throws IOException {
    String document = Files.readString(DOCUMENT);

    assertThat(TYPES).allSatisfy(type -> assertThat(document).contains("`" + type.getName() + "`"));
    assertThat(fields())
        .allSatisfy(
            field ->
                assertThat(document)
                    .as(field.getName())
                    .containsPattern(
                        "`"
                            + field.getName()
                            + "` \\| [^|]+ \\| "
                            + Pattern.quote(field.getDescription())
                            + " \\|"));
  }

  private static List<ValueDescriptor> fields() {
    return TYPES.stream()
        .flatMap(type -> type.getFields().stream())
        .filter(field -> !OF_EVERY_EVENT.contains(field.getName()))
        .toList();
  }
}
