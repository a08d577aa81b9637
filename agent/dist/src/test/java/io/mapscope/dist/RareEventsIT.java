package io.mapscope.dist;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapscope.dist.programs.RacingMap;
import io.mapscope.dist.programs.RecordedRace;
import java.nio.file.Path;
import java.util.List;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rare facts are events with the application's own stack. */
final class RareEventsIT {
  @TempDir private Path directory;

  @Test
  void unsafeAccess_racingMap_isAnEventOfThatMapOnTheRacingThread() throws Exception {
    Path jfr = directory.resolve("app.jfr");
    AgentRun run = AgentRun.of(directory, RecordedRace.class, "jfr=" + jfr);

    List<RecordedEvent> events = events(jfr, "mapscope.UnsafeMapAccess");
    assertThat(events).isNotEmpty();
    assertThat(events)
        .allSatisfy(
            event -> {
              assertThat(event.getString("mapId")).isEqualTo(run.map(RacingMap.class, "RACY").id());
              assertThat(event.getString("traceId")).as("no OpenTelemetry here").isNull();
              assertThat(event.getThread().getJavaName()).startsWith("the-");
              assertThat(event.getStackTrace().getFrames())
                  .extracting(RecordedFrame::getMethod)
                  .anyMatch(method -> method.getType().getName().equals(RacingMap.class.getName()));
            });
    assertThat(events)
        .filteredOn(event -> event.getString("otherThread") != null)
        .isNotEmpty()
        .allSatisfy(
            event -> {
              assertThat(event.getString("otherThread"))
                  .startsWith("the-")
                  .isNotEqualTo(event.getThread().getJavaName());
              assertThat(event.getString("otherStack")).contains(RacingMap.class.getName());
            });
  }

  @Test
  void resizes_ofAMapThatGrows_areEventsThatDoubleItsTable() throws Exception {
    Path jfr = directory.resolve("app.jfr");
    AgentRun.of(directory, RecordedRace.class, "jfr=" + jfr);

    List<RecordedEvent> events = events(jfr, "mapscope.MapResize");
    assertThat(events)
        .filteredOn(event -> event.getString("mapClass").equals("java.util.HashMap"))
        .isNotEmpty()
        .allSatisfy(
            event ->
                assertThat(event.getLong("newCapacity"))
                    .isEqualTo(2 * event.getLong("oldCapacity")));
  }

  private static List<RecordedEvent> events(Path jfr, String name) throws Exception {
    return RecordingFile.readAllEvents(jfr).stream()
        .filter(event -> event.getEventType().getName().equals(name))
        .toList();
  }
}
