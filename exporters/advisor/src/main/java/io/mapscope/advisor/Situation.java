package io.mapscope.advisor;

import io.mapscope.profile.JvmInfo;
import io.mapscope.profile.MapProfile;
import io.mapscope.profile.Report;
import java.util.List;

/**
 * What surrounds a map: the JVM, how long it was watched, its other maps, and the thresholds that
 * hold.
 *
 * @param jdk feature version of the JVM observed, 17 for example; 0 when it is not known
 * @param seconds how long it was observed
 * @param cpus processors available to it
 * @param jvm what else is known of the JVM, the process's totals among it
 * @param maps all profiles of the report
 * @param limits the thresholds' values
 */
public record Situation(
    int jdk, double seconds, int cpus, JvmInfo jvm, List<MapProfile> maps, Limits limits) {

  private static final double NANOS_PER_SECOND = 1e9;

  /** The situation of the maps in {@code report}. */
  static Situation of(Report report, Limits limits) {
    return new Situation(
        featureVersion(report.jvm().version()),
        report.durationSeconds(),
        report.jvm().cpus(),
        report.jvm(),
        report.maps(),
        limits);
  }

  /** The value of {@code threshold} here. */
  public double limit(Threshold threshold) {
    return limits.value(threshold);
  }

  /**
   * How many threads' whole time {@code nanos} of waiting or work are, over the time observed; 0
   * without such a time.
   */
  public double threads(long nanos) {
    return seconds == 0 ? 0 : nanos / NANOS_PER_SECOND / seconds;
  }

  /** How often in a second something happened {@code count} times; 0 without an observed time. */
  public double perSecond(long count) {
    return seconds == 0 ? 0 : count / seconds;
  }

  /** {@code 17.0.15+6} is 17, {@code 1.8.0_392} is 8. */
  private static int featureVersion(String version) {
    String[] parts = version.split("[^0-9]+", 3);
    boolean old = parts.length > 1 && parts[0].equals("1");
    return parse(old ? parts[1] : parts[0]);
  }

  private static int parse(String digits) {
    return digits.isEmpty() || digits.length() > 4 ? 0 : Integer.parseInt(digits);
  }
}
