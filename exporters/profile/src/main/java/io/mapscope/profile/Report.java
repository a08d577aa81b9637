package io.mapscope.profile;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What the agent knew about one JVM at one moment; the unit that is written, recorded and read.
 *
 * <p>Times are kept to the millisecond (finer parts are cut off or rounded here), so that every
 * format carries them exactly and a report read back equals the one written.
 *
 * @param generatedAt when the figures were taken
 * @param durationSeconds how long the agent had been observing by then
 * @param jvm the JVM observed
 * @param agent the agent's account of itself
 * @param maps one profile per map class and site, in the order the collector gave them
 * @param findings what the advisor concluded from all this, the most important first
 */
public record Report(
    Instant generatedAt,
    double durationSeconds,
    JvmInfo jvm,
    AgentInfo agent,
    List<MapProfile> maps,
    List<Finding> findings) {

  /** The number of the JSON shape that this version writes and reads. */
  public static final int SCHEMA = 1;

  private static final double MILLIS_PER_SECOND = 1000;

  /** Checks ranges, cuts times to milliseconds and copies the list. */
  public Report {
    generatedAt = generatedAt.truncatedTo(ChronoUnit.MILLIS);
    Require.nonNegative(durationSeconds, "durationSeconds");
    durationSeconds = Math.round(durationSeconds * MILLIS_PER_SECOND) / MILLIS_PER_SECOND;
    Objects.requireNonNull(jvm, "jvm");
    Objects.requireNonNull(agent, "agent");
    maps = List.copyOf(maps);
    findings = List.copyOf(findings);
  }

  /** A report that no advisor has seen. */
  public Report(
      Instant generatedAt,
      double durationSeconds,
      JvmInfo jvm,
      AgentInfo agent,
      List<MapProfile> maps) {
    this(generatedAt, durationSeconds, jvm, agent, maps, List.of());
  }

  /** The same facts with other findings. */
  public Report withFindings(List<Finding> otherFindings) {
    return new Report(generatedAt, durationSeconds, jvm, agent, maps, otherFindings);
  }

  /** Whether counts are scaled to all that happened because some of it went unseen. */
  public boolean isEstimated() {
    return maps.stream().anyMatch(MapProfile::isEstimated);
  }

  /** The map with this id, if it is among {@link #maps}. */
  public Optional<MapProfile> map(String id) {
    return maps.stream().filter(map -> map.id().equals(id)).findFirst();
  }
}
