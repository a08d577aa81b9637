package io.mapscope.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapscope.metrics.MetricPoint.Histogram;
import io.mapscope.metrics.MetricPoint.Whole;
import io.mapscope.profile.Finding;
import io.mapscope.profile.FindingSamples;
import io.mapscope.profile.Instances;
import io.mapscope.profile.MapProfile;
import io.mapscope.profile.Misuse;
import io.mapscope.profile.Operation;
import io.mapscope.profile.OperationCounts;
import io.mapscope.profile.Report;
import io.mapscope.profile.ReportSamples;
import io.mapscope.profile.Site;
import io.mapscope.profile.SiteKind;
import io.mapscope.profile.Threads;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** From reports to points that a time series may be made of. */
final class MetricFeedTest {

  @Test
  void points_ofAFullReport_areOfEveryMetric() {
    List<Metric> seen = MetricPoints.of(judged()).all().stream().map(MetricPoint::metric).toList();

    assertThat(Metric.values()).allMatch(seen::contains);
  }

  @Test
  void points_everyOne_hasTheAttributesOfItsMetric() {
    for (MetricPoint point : MetricPoints.of(judged()).all()) {
      assertThat(point.attributes().keySet())
          .as(point.metric().metricName())
          .containsExactlyElementsOf(point.metric().attributes());
    }
  }

  @Test
  void operations_addedOverAllSeries_areTheReports() {
    Report report = ReportSamples.shop();

    assertThat(sum(new MetricFeed(1).next(report), Metric.OPERATIONS))
        .isEqualTo(report.maps().stream().mapToLong(map -> map.operations().total()).sum());
  }

  @Test
  void histogram_ofCopies_isTheReportsInSeconds() {
    MetricPoint copies = MetricPoints.of(ReportSamples.shop()).of(Metric.COPY_DURATION).get(0);

    Histogram histogram = (Histogram) copies.value();
    assertThat(histogram.count()).isEqualTo(20);
    assertThat(histogram.sum()).isEqualTo(0.0031);
    assertThat(histogram.counts()).hasSize(Metric.COPY_DURATION.bounds().size() + 1);
  }

  @Test
  void contentionKinds_addedUp_areAllWaits() {
    Report report = ReportSamples.shop();

    assertThat(sum(MetricPoints.of(report), Metric.CONTENTION_COUNT))
        .isEqualTo(
            report.maps().stream()
                .map(map -> map.facts().contention())
                .mapToLong(contention -> contention == null ? 0 : contention.count())
                .sum());
  }

  @Test
  void sites_moreThanTheLimit_areOneSeriesCalledOther() {
    MetricPoints points = new MetricFeed(10).next(report(25, 7));

    assertThat(sites(points)).hasSize(11).contains("other");
    assertThat(sum(points, Metric.OPERATIONS)).isEqualTo(25L * 7);
  }

  @Test
  void sites_onceNamed_keepTheirNamesWhenOthersBecomeABitBusier() {
    MetricFeed feed = new MetricFeed(2);
    MetricPoints first = feed.next(ReportSamples.report(List.of(map("a", 9), map("b", 8))));
    MetricPoints second =
        feed.next(ReportSamples.report(List.of(map("c", 900), map("a", 9), map("b", 8))));

    assertThat(sites(first)).containsExactlyInAnyOrder("com.acme.a.m:1", "com.acme.b.m:1");
    assertThat(sites(second))
        .containsExactlyInAnyOrder("com.acme.a.m:1", "com.acme.b.m:1", "other");
  }

  @Test
  void site_thatComesLaterAndIsMuchBusier_getsTheNameOfTheIdlestWithAllItsCounts() {
    MetricFeed feed = new MetricFeed(2);
    feed.next(ReportSamples.report(List.of(map("a", 9), map("b", 8))));
    MetricPoints second =
        feed.next(ReportSamples.report(List.of(map("c", 320_000), map("a", 9), map("b", 10))));

    assertThat(operations(second))
        .isEqualTo(Map.of("com.acme.b.m:1", 10.0, "com.acme.c.m:1", 320_000.0, "other", 0.0));
  }

  @Test
  void site_namedLate_beginsAtZeroAndLeavesItsPastWithTheOthers() {
    MetricFeed feed = new MetricFeed(1);
    feed.next(ReportSamples.report(List.of(map("a", 50), map("b", 30))));
    MetricPoints named = feed.next(ReportSamples.report(List.of(map("a", 50), map("b", 90_000))));
    MetricPoints later = feed.next(ReportSamples.report(List.of(map("a", 57), map("b", 90_500))));

    assertThat(operations(named)).isEqualTo(Map.of("com.acme.b.m:1", 0.0, "other", 90_000.0));
    assertThat(operations(later)).isEqualTo(Map.of("com.acme.b.m:1", 500.0, "other", 90_007.0));
  }

  @Test
  void site_withAFinding_getsTheNameOfABusierOneWithout() {
    Report report = judged();
    String judged = report.findings().get(0).map();
    MapProfile found =
        report.maps().stream().filter(map -> map.id().equals(judged)).findFirst().orElseThrow();
    MetricFeed feed = new MetricFeed(1);
    feed.next(ReportSamples.report(List.of(map("a", 1_000_000_000))));

    assertThat(sites(feed.next(ReportSamples.report(List.of(map("a", 1_000_000_000), found)))))
        .contains("com.acme.a.m:1");
    assertThat(sites(feed.next(report.withFindings(List.of(report.findings().get(0))))))
        .contains(SiteNames.of(found).get(MetricAttribute.MAP_SITE));
  }

  @Test
  void counters_readALittleBehindTheLastReport_doNotGoBack() {
    MetricFeed feed = new MetricFeed();
    feed.next(ReportSamples.report(List.of(map("a", 100))));
    MetricPoints second = feed.next(ReportSamples.report(List.of(map("a", 99))));
    MetricPoints third = feed.next(ReportSamples.report(List.of()));

    assertThat(sum(second, Metric.OPERATIONS)).isEqualTo(100);
    assertThat(sum(third, Metric.OPERATIONS)).isEqualTo(100);
  }

  @Test
  void series_ofSitesThatTakeEachOthersNames_neverGoBackAndLoseNothing() {
    MetricFeed feed = new MetricFeed(3);
    Random random = new Random(42);
    long[] gets = new long[8];
    double ended = 0;
    Map<String, Double> before = Map.of();
    for (int round = 0; round < 200; round++) {
      List<MapProfile> maps = new ArrayList<>();
      for (int i = 0; i < gets.length; i++) {
        gets[i] += random.nextInt(4) == 0 ? (long) Math.pow(10, random.nextInt(9)) : 0;
        maps.add(map("s" + i, gets[i]));
      }
      Map<String, Double> now = operations(feed.next(ReportSamples.report(maps)));
      for (Map.Entry<String, Double> was : before.entrySet()) {
        Double is = now.get(was.getKey());
        if (is == null) {
          ended += was.getValue();
        } else {
          assertThat(is).as(was.getKey()).isGreaterThanOrEqualTo(was.getValue());
        }
      }
      assertThat(now).hasSizeLessThanOrEqualTo(4);
      assertThat(now.values().stream().mapToDouble(Double::doubleValue).sum() + ended)
          .as("round %d", round)
          .isEqualTo(Arrays.stream(gets).sum());
      before = now;
    }
    assertThat(ended).as("names changed hands").isPositive();
  }

  @Test
  void findings_withdrawn_become0() {
    Report report = judged();
    Finding finding = report.findings().get(0);
    MetricFeed feed = new MetricFeed();

    assertThat(findings(feed.next(report), finding)).containsExactly(new Whole(1));
    assertThat(findings(feed.next(report.withFindings(List.of())), finding))
        .containsExactly(new Whole(0));
  }

  private static List<MetricPoint.Value> findings(MetricPoints points, Finding finding) {
    return points.of(Metric.FINDINGS).stream()
        .filter(point -> finding.rule().equals(point.attributes().get(MetricAttribute.RULE)))
        .map(MetricPoint::value)
        .toList();
  }

  @Test
  void sites_thatDifferInNumbersOfGeneratedClasses_areOne() {
    assertThat(
            List.of(
                SiteNames.stable("com.acme.A$$Lambda$14/0x0000000840066040.apply"),
                SiteNames.stable("com.acme.A$$Lambda/0x00007f1c24001800.apply"),
                SiteNames.stable("com.acme.A$$Lambda.apply")))
        .containsOnly("com.acme.A$$Lambda.apply");
    assertThat(SiteNames.stable("jdk.proxy2.$Proxy12.get")).isEqualTo("jdk.proxy2.$Proxy.get");
    assertThat(SiteNames.stable("com.acme.A$$SpringCGLIB$$0.b"))
        .isEqualTo("com.acme.A$$SpringCGLIB$$.b");
    assertThat(SiteNames.stable("com.acme.A.lambda$b$0:12")).isEqualTo("com.acme.A.lambda$b$0:12");
  }

  @Test
  void figures_thatWereNotRecorded_makeNoPoint() {
    MetricPoints points = MetricPoints.of(ReportSamples.report(List.of(map("a", 1))));

    assertThat(points.of(Metric.COPY_DURATION)).isEmpty();
    assertThat(points.of(Metric.CONTENTION_COUNT)).isEmpty();
  }

  private static Report judged() {
    return ReportSamples.shop().withFindings(FindingSamples.shop());
  }

  private static Report report(int sites, long operationsEach) {
    List<MapProfile> maps = new ArrayList<>();
    for (int i = 0; i < sites; i++) {
      maps.add(map("s" + i, operationsEach));
    }
    return ReportSamples.report(maps);
  }

  private static MapProfile map(String name, long gets) {
    return new MapProfile(
        name,
        "java.util.HashMap",
        null,
        new Site("com.acme." + name, "m", 1, null, SiteKind.ALLOCATION),
        new Instances(1, 1),
        3,
        0,
        16,
        new Threads(1, 1),
        1,
        OperationCounts.of(Map.of(Operation.GET_HIT, gets)),
        0,
        Misuse.none());
  }

  private static List<String> sites(MetricPoints points) {
    return points.of(Metric.OPERATIONS).stream()
        .map(point -> String.valueOf(point.attributes().get(MetricAttribute.MAP_SITE)))
        .distinct()
        .toList();
  }

  private static Map<String, Double> operations(MetricPoints points) {
    return points.of(Metric.OPERATIONS).stream()
        .collect(
            Collectors.toMap(
                point -> String.valueOf(point.attributes().get(MetricAttribute.MAP_SITE)),
                MetricPoint::number,
                Double::sum));
  }

  private static double sum(MetricPoints points, Metric metric) {
    return points.of(metric).stream().mapToDouble(MetricPoint::number).sum();
  }

  @Test
  void operationNames_ofAllOperations_areTwoByTwoDifferent() {
    assertThat(Arrays.stream(Operation.values()).map(OperationNames::of)).doesNotHaveDuplicates();
  }
}
