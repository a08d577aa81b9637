package io.mapscope.jfr;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import jdk.jfr.Configuration;
import jdk.jfr.EventType;
import jdk.jfr.SettingDescriptor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The settings file that ships with the agent, held against the event types and the JDK's tool. */
class SettingsFileTest {

  private static final Path FILE = Path.of("src", "main", "jfc", "mapscope.jfc");

  @TempDir Path directory;

  @Test
  void everyEvent_hasItsDefaultsUnlessAControlIsChanged() throws Exception {
    Map<String, String> settings = Configuration.create(FILE).getSettings();

    Map<String, String> defaults = new TreeMap<>();
    for (EventType type : EventTypesTest.TYPES) {
      for (SettingDescriptor setting : type.getSettingDescriptors()) {
        String key = type.getName() + "#" + setting.getName();
        if (settings.containsKey(key) || setting.getName().equals("enabled")) {
          defaults.put(key, setting.getDefaultValue());
        }
      }
    }
    assertThat(settings)
        .containsAllEntriesOf(defaults)
        .containsEntry("jdk.JavaMonitorEnter#threshold", "0 ns")
        .allSatisfy((key, value) -> assertThat(key).matches(this::isOursOrMonitorEnter));
  }

  private boolean isOursOrMonitorEnter(String key) {
    return EventTypesTest.TYPES.stream().anyMatch(type -> key.startsWith(type.getName() + "#"))
        || key.startsWith("jdk.JavaMonitorEnter#");
  }

  @Test
  void everyControl_isDefined() throws Exception {
    Document document =
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(FILE.toFile());

    List<String> defined = new ArrayList<>();
    for (String kind : List.of("selection", "condition", "text")) {
      defined.addAll(attributes(document, kind, "name"));
    }
    assertThat(attributes(document, "setting", "control"))
        .filteredOn(control -> !control.isEmpty())
        .isSubsetOf(defined);
  }

  @Test
  void configure_selectionOfFigures_switchesOccasionsOff() throws Exception {
    Path merged = directory.resolve("merged.jfc");

    ChildJvm configure =
        ChildJvm.jfr(
            "configure",
            "--input",
            "default.jfc," + FILE,
            "--output",
            merged.toString(),
            "mapscope=figures",
            "mapscope-threshold=5ms",
            "mapscope-throttle=7/s",
            "mapscope-period=2s");

    assertThat(configure.status()).as(configure.output()).isZero();
    assertThat(Files.readString(merged)).contains("jdk.ThreadSleep");
    assertThat(Configuration.create(merged).getSettings())
        .containsEntry("mapscope.MapStatistics#enabled", "true")
        .containsEntry("mapscope.MapStatistics#period", "2 s")
        .containsEntry("mapscope.MapContention#enabled", "false")
        .containsEntry("mapscope.MapContention#threshold", "5 ms")
        .containsEntry("mapscope.MapContention#throttle", "7/s")
        .containsEntry("jdk.JavaMonitorEnter#threshold", "0 ns");
  }

  private static List<String> attributes(Document document, String tag, String attribute) {
    NodeList elements = document.getElementsByTagName(tag);
    List<String> values = new ArrayList<>();
    for (int i = 0; i < elements.getLength(); i++) {
      values.add(((Element) elements.item(i)).getAttribute(attribute));
    }
    return values;
  }
}
