package io.mapscope.dist;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapscope.dist.programs.ContendedMaps;
import io.mapscope.harness.EndToEnd;
import io.mapscope.profile.Attribution;
import io.mapscope.profile.Certainty;
import io.mapscope.profile.Contention;
import io.mapscope.profile.Waits;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import jdk.jfr.consumer.RecordingFile;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Blocked time, by map, held against the JVM's own contention monitoring. */
final class ContentionIT {
  private static final Percentage CLOSE = Percentage.withPercentage(10);

  private static final int FIRST_WITH_COMPACT_HEADERS = 25;

  @TempDir private Path directory;

  @Test
  void monitorWaits_ofEachKindOfMap_areThoseTheJvmHasMeasured() throws Exception {
    Path jfr = directory.resolve("app.jfr");
    AgentRun run = AgentRun.of(directory, ContendedMaps.class, "jfr=" + jfr);

    assertMonitor(run, "SLOW_COMPUTE", Certainty.CERTAIN);
    assertMonitor(run, "SLOW_LOADING", Certainty.LIKELY);
    assertMonitor(run, "WRAPPED", Certainty.CERTAIN);
    assertMonitor(run, "TABLE", Certainty.CERTAIN);
    assertThat(monitor(contention(run, "QUIET")).nanos())
        .isLessThan(TimeUnit.MILLISECONDS.toNanos(10));
    assertLongWaitsAreEvents(jfr, run.map(ContendedMaps.class, "WRAPPED").id());
  }

  /** Monitors are in a table of the JVM's there, so the place of the call must tell the map. */
  @Test
  void monitorWaits_withCompactHeaders_areThoseTheJvmHasMeasured() throws Exception {
    if (EndToEnd.javaFeature() < FIRST_WITH_COMPACT_HEADERS) {
      return;
    }
    List<String> flags = List.of("-XX:+UseCompactObjectHeaders");
    AgentRun run = AgentRun.withFlags(flags, directory, ContendedMaps.class);

    for (String field : List.of("SLOW_COMPUTE", "SLOW_LOADING", "WRAPPED", "TABLE")) {
      long blockedNanos = TimeUnit.MILLISECONDS.toNanos(run.printed(field, 0));
      Contention contention = contention(run, field);
      assertThat(monitor(contention).nanos()).as(field).isCloseTo(blockedNanos, CLOSE);
      assertThat(contention.attributions().get(0).certainty()).isEqualTo(Certainty.LIKELY);
    }
  }

  private static void assertLongWaitsAreEvents(Path jfr, String mapId) throws Exception {
    assertThat(RecordingFile.readAllEvents(jfr))
        .filteredOn(event -> event.getEventType().getName().equals("mapscope.MapContention"))
        .filteredOn(event -> event.getString("mapId").equals(mapId))
        .isNotEmpty()
        .allSatisfy(
            wait -> {
              assertThat(wait.getDuration()).isGreaterThanOrEqualTo(Duration.ofMillis(1));
              assertThat(wait.getString("waiterStack")).contains(ContendedMaps.class.getName());
              assertThat(wait.getString("certainty")).isEqualTo("certain");
            });
  }

  private static void assertMonitor(AgentRun run, String field, Certainty mostly) {
    Contention contention = contention(run, field);
    long blockedNanos = TimeUnit.MILLISECONDS.toNanos(run.printed(field, 0));
    assertThat(monitor(contention).nanos()).as(field).isCloseTo(blockedNanos, CLOSE);
    assertThat(contention.attributions().stream().mapToLong(Attribution::nanos).sum())
        .isEqualTo(contention.nanos());
    assertThat(contention.attributions().get(0).certainty()).as(field).isEqualTo(mostly);
  }

  private static Contention contention(AgentRun run, String field) {
    return Objects.requireNonNull(run.map(ContendedMaps.class, field).facts().contention(), field);
  }

  private static Waits monitor(Contention contention) {
    return Objects.requireNonNull(contention.monitor(), "monitor");
  }
}
