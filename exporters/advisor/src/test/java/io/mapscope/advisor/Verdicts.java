package io.mapscope.advisor;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapscope.profile.Finding;
import io.mapscope.profile.JvmInfo;
import io.mapscope.profile.MapProfile;
import io.mapscope.profile.Report;
import io.mapscope.profile.ReportSamples;
import java.util.List;
import java.util.Properties;

/** What a rule makes of a map in a report of {@link #SECONDS}, as the advisor asks it. */
public final class Verdicts {

  /** How long the JVM of {@link ReportSamples#report} was observed. */
  public static final double SECONDS = ReportSamples.report(List.of()).durationSeconds();

  private Verdicts() {}

  /** Nanoseconds that are so many threads' whole time. */
  public static long nanosOfThreads(double threads) {
    return Math.round(threads * SECONDS * 1e9);
  }

  public static Verdict of(String rule, MapBuilder map) {
    return of(rule, ReportSamples.report(List.of(map.build())), Advisor.standard());
  }

  /** With thresholds overridden: name and value in turn. */
  public static Verdict of(String rule, MapBuilder map, String... namesAndValues) {
    Properties properties = new Properties();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      properties.setProperty(
          Limits.PROPERTY_PREFIX + rule + "." + namesAndValues[i], namesAndValues[i + 1]);
    }
    return of(rule, ReportSamples.report(List.of(map.build())), Advisor.of(properties));
  }

  /** The same map in a JVM of another version, observed for {@code seconds}. */
  public static Verdict of(String rule, MapBuilder map, String jvmVersion, double seconds) {
    Report sample = ReportSamples.report(List.of(map.build()));
    Report report =
        new Report(
            sample.generatedAt(),
            seconds,
            new JvmInfo(
                jvmVersion,
                sample.jvm().vendor(),
                sample.jvm().pid(),
                sample.jvm().mainClass(),
                sample.jvm().cpus(),
                sample.jvm().gc()),
            sample.agent(),
            sample.maps());
    return of(rule, report, Advisor.standard());
  }

  /** The map in a process that used and allocated so much, whose heap may hold a gigabyte. */
  public static Verdict of(
      String rule, MapBuilder map, double seconds, long cpuNanos, long allocatedBytes) {
    Report sample = ReportSamples.report(List.of(map.build()));
    Report report =
        new Report(
            sample.generatedAt(),
            seconds,
            sample.jvm().withTotals(cpuNanos, allocatedBytes, 1_000_000_000),
            sample.agent(),
            sample.maps());
    return of(rule, report, Advisor.standard());
  }

  private static Verdict of(String rule, Report report, Advisor advisor) {
    List<Judgement> judgements =
        advisor.judgements(report).stream().filter(it -> it.rule().id().equals(rule)).toList();
    return judgements.isEmpty() ? Verdict.silent() : verdict(judgements.get(0));
  }

  private static Verdict verdict(Judgement judgement) {
    if (judgement.verdict() instanceof Verdict.Found found) {
      assertThat(judgement.rule().severities())
          .as("severities that " + judgement.rule().id() + " says its findings can have")
          .contains(found.finding().severity());
    }
    return judgement.verdict();
  }

  public static Finding finding(String rule, MapBuilder map) {
    Verdict verdict = of(rule, map);
    assertThat(verdict).as("verdict of " + rule).isInstanceOf(Verdict.Found.class);
    return ((Verdict.Found) verdict).finding();
  }

  public static void assertSilent(String rule, MapBuilder map) {
    assertThat(of(rule, map)).as("verdict of " + rule).isEqualTo(Verdict.silent());
  }

  public static void assertNotEnough(String rule, MapBuilder map) {
    assertThat(of(rule, map)).as("verdict of " + rule).isInstanceOf(Verdict.NotEnoughData.class);
  }

  /** Whether any rule finds anything about {@code map}. */
  public static List<Finding> all(MapProfile... maps) {
    return Advisor.advise(ReportSamples.report(List.of(maps)));
  }
}
