package io.mapscope.metrics;

import io.mapscope.metrics.MetricPoint.Real;
import io.mapscope.profile.AgentInfo;
import io.mapscope.profile.Finding;
import io.mapscope.profile.MapProfile;
import io.mapscope.profile.Report;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Turns the reports of one JVM, one after another, into points that a time series may be made of:
 * counters never go down, a finding that was withdrawn becomes 0.
 *
 * <p>At most {@link #MOST_SITES} sites have points of their own, the others are added up under the
 * site {@code other}, so that the sum over all is that of the report. Where there are more sites,
 * an idle one may lose its name to a busy one: its points end, and those of the busy one begin at
 * 0. Everything is counted under one name only. Any thread may ask; the order of the calls is the
 * order of the reports.
 */
public final class MetricFeed {

  /**
   * Sites with a name: sixteen operations of each, and of the others, stay below the 2000 points
   * that OpenTelemetry's SDK keeps of an instrument.
   */
  public static final int MOST_SITES = 100;

  private static final double NANOS_PER_SECOND = 1e9;

  private final NamedSites sites;
  private final NameLedger ledger = new NameLedger();
  private PointSums latest = new PointSums();

  /** A feed with the usual limit. */
  public MetricFeed() {
    this(MOST_SITES);
  }

  /** A feed with at most {@code mostSites} sites that have a name. */
  public MetricFeed(int mostSites) {
    sites = new NamedSites(mostSites);
  }

  /** The points of {@code report}, which is later than that of the call before. */
  public synchronized MetricPoints next(Report report) {
    NamedSites.Changes changes = sites.admit(report);
    ledger.close(changes.lost(), latest);
    PointSums sums = new PointSums();
    Map<String, Map<MetricAttribute, String>> byId = new HashMap<>();
    for (MapProfile map : report.maps()) {
      Map<MetricAttribute, String> attributes = sites.attributes(map);
      byId.put(map.id(), attributes);
      new MapFigures(sums, attributes).add(map);
    }
    ledger.settle(changes.late(), sites.present(), sums);
    findings(report, byId, sums);
    agent(report.agent(), sums);
    sums.continueFrom(latest, changes.lost());
    latest = sums;
    return new MetricPoints(
        report.generatedAt().minus(observed(report)), report.generatedAt(), points(report, sums));
  }

  /** The attributes that the map's site has in metrics while it has a name of its own. */
  public static Map<MetricAttribute, String> attributesOf(MapProfile map) {
    return SiteNames.of(map);
  }

  private static Duration observed(Report report) {
    return Duration.ofNanos(Math.round(report.durationSeconds() * NANOS_PER_SECOND));
  }

  private static void findings(
      Report report, Map<String, Map<MetricAttribute, String>> byId, PointSums sums) {
    for (Finding finding : report.findings()) {
      Map<MetricAttribute, String> site = byId.getOrDefault(finding.map(), Attributes.OTHER_SITES);
      Map<MetricAttribute, String> ruled =
          Attributes.with(site, MetricAttribute.RULE, finding.rule());
      sums.add(
          Metric.FINDINGS,
          Attributes.with(ruled, MetricAttribute.SEVERITY, finding.severity().jsonName()),
          1);
    }
  }

  private static void agent(AgentInfo agent, PointSums sums) {
    sums.add(Metric.AGENT_DROPPED, Map.of(), agent.droppedRecords());
    sums.add(Metric.AGENT_SUPPRESSED_ERRORS, Map.of(), agent.suppressedErrors());
  }

  /** All points; ratios are no sums, so they are added here. */
  private static List<MetricPoint> points(Report report, PointSums sums) {
    List<MetricPoint> points = new ArrayList<>(sums.points());
    ratio(points, Metric.AGENT_OVERHEAD, report.agent().overheadRatio());
    ratio(points, Metric.AGENT_COVERAGE, report.agent().coverage());
    return points;
  }

  private static void ratio(List<MetricPoint> points, Metric metric, double value) {
    if (!Double.isNaN(value)) {
      points.add(new MetricPoint(metric, Map.of(), new Real(value)));
    }
  }
}
