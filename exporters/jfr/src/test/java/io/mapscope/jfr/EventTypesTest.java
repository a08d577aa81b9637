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
import jdk.jfr.Event;
import jdk.jfr.EventType;
import jdk.jfr.Relational;
import jdk.jfr.SettingDescriptor;
import jdk.jfr.ValueDescriptor;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class EventTypesTest {
  private static final Set<String> MOMENTS =
      Set.of(MapResize.NAME, UnsafeMapAccess.NAME, CompoundRace.NAME);

  private static final Path DOCUMENT = Path.of("..", "..", "docs", "jfr-events.md");
  private static final Set<String> OF_EVERY_EVENT =
      Set.of("startTime", "duration", "eventThread", "stackTrace");

  private static final List<EventType> PERIODIC =
      List.of(
          EventType.getEventType(MapStatistics.class),
          EventType.getEventType(AgentStatistics.class));
  private static final List<EventType> RARE =
      RareEvents.TYPES.stream().map(EventType::getEventType).toList();
  static final List<EventType> TYPES =
      Stream.of(
              PERIODIC,
              RARE,
              List.of(
                  EventType.getEventType(FindingEvent.class),
                  EventType.getEventType(MapOverview.class)))
          .flatMap(List::stream)
          .toList();

  @Test
  void types_haveContractNamesAndCategory() {
    assertThat(TYPES)
        .extracting(EventType::getName)
        .containsExactly(
            "mapscope.MapStatistics",
            "mapscope.AgentStatistics",
            "mapscope.MapContention",
            "mapscope.MapResize",
            "mapscope.MapCopy",
            "mapscope.MapSerialization",
            "mapscope.UnsafeMapAccess",
            "mapscope.CompoundRace",
            "mapscope.Finding",
            "mapscope.MapOverview");
    assertThat(TYPES)
        .allSatisfy(
            type -> {
              assertThat(type.getCategoryNames()).containsExactly("Mapscope");
              assertThat(type.getLabel()).isNotBlank();
              assertThat(type.getDescription()).isNotBlank();
            });
  }

  @Test
  void rareEvents_haveStacksAndPeriodicOnesHaveNone() {
    assertThat(PERIODIC).allSatisfy(type -> assertSetting(type, "stackTrace", "false"));
    assertThat(RARE)
        .allSatisfy(
            type -> {
              assertSetting(type, "stackTrace", "true");
              assertSetting(type, "throttle", "100/s");
            });
  }

  @Test
  void findingAndOverview_areOnAndHaveNoStack() {
    assertThat(List.of(FindingEvent.class, MapOverview.class))
        .extracting(EventType::getEventType)
        .allSatisfy(
            type -> {
              assertSetting(type, "stackTrace", "false");
              assertSetting(type, "enabled", "true");
            });
  }

  @Test
  void eventsOfADuration_haveAThreshold() {
    assertThat(RARE)
        .allSatisfy(
            type -> {
              boolean isMoment = MOMENTS.contains(type.getName());
              assertSetting(type, "threshold", isMoment ? "0 ns" : "1 ms");
            });
  }

  private static void assertSetting(EventType type, String name, String value) {
    assertThat(type.getSettingDescriptors())
        .filteredOn(setting -> setting.getName().equals(name))
        .extracting(SettingDescriptor::getDefaultValue)
        .as(type.getName() + "#" + name)
        .containsExactly(value);
  }

  static String name(Class<? extends Event> type) {
    return EventType.getEventType(type).getName();
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
    assertThat(TYPES)
        .filteredOn(type -> !type.getName().equals(AgentStatistics.NAME))
        .hasSize(9)
        .allSatisfy(
            type ->
                assertThat(type.getField("mapId").getAnnotationElements())
                    .filteredOn(element -> element.getTypeName().equals("mapscope.MapId"))
                    .singleElement()
                    .extracting(AnnotationElement::getAnnotationElements)
                    .asInstanceOf(InstanceOfAssertFactories.list(AnnotationElement.class))
                    .extracting(AnnotationElement::getTypeName)
                    .contains(Relational.class.getName()));
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
