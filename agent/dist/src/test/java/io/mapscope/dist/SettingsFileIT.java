package io.mapscope.dist;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapscope.dist.programs.Waiting;
import io.mapscope.harness.EndToEnd;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import jdk.jfr.EventType;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar's settings file, merged with one of the JDK's by the JVM itself. */
final class SettingsFileIT {
  private static final String NAME = "mapscope.jfc";

  @TempDir private Path directory;

  @Test
  void settings_mergedAndWithAControlChanged_holdInTheRecording() throws Exception {
    Path settings = extracted();
    Path jfr = directory.resolve("user.jfr");

    Programs.child(directory, Waiting.class)
        .agent()
        .jvmFlags(
            "-XX:StartFlightRecording:filename="
                + jfr
                + ",settings=default,settings="
                + settings
                + ",mapscope-throttle=9/s")
        .args("exit")
        .run()
        .assertExit(7);

    assertThat(active(jfr))
        .containsEntry("mapscope.MapContention#throttle", "9/s")
        .containsEntry("mapscope.MapContention#threshold", "1 ms")
        .containsEntry("jdk.JavaMonitorEnter#threshold", "0 ns")
        .containsKey("jdk.ThreadSleep#threshold");
  }

  private Path extracted() throws Exception {
    try (JarFile jar = new JarFile(EndToEnd.agentJar().toFile());
        InputStream content = jar.getInputStream(jar.getEntry(NAME))) {
      Path file = directory.resolve(NAME);
      Files.copy(content, file);
      return file;
    }
  }

  /** The settings that the recording says were in force, by event type and name. */
  private static Map<String, String> active(Path jfr) throws Exception {
    Map<Long, String> names;
    try (RecordingFile recording = new RecordingFile(jfr)) {
      names =
          recording.readEventTypes().stream()
              .collect(Collectors.toMap(EventType::getId, EventType::getName));
    }
    Map<String, String> settings = new TreeMap<>();
    for (RecordedEvent event : RecordingFile.readAllEvents(jfr)) {
      if (event.getEventType().getName().equals("jdk.ActiveSetting")) {
        String type = names.get(event.getLong("id"));
        settings.put(type + "#" + event.getString("name"), event.getString("value"));
      }
    }
    return settings;
  }
}
