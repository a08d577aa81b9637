package io.mapscope.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapscope.profile.Allocation;
import io.mapscope.profile.Contention;
import io.mapscope.profile.Copies;
import io.mapscope.profile.ExternalLock;
import io.mapscope.profile.Finding;
import io.mapscope.profile.FindingSamples;
import io.mapscope.profile.Latency;
import io.mapscope.profile.MapFacts;
import io.mapscope.profile.MapProfile;
import io.mapscope.profile.Nulls;
import io.mapscope.profile.Quantiles;
import io.mapscope.profile.Report;
import io.mapscope.profile.ReportSamples;
import io.mapscope.profile.Shape;
import io.mapscope.profile.Waits;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TextReportTest {

  static Stream<Report> samples() {
    Stream<Report> fixed =
        Stream.of(
            ReportSamples.shop(),
            ReportSamples.empty(),
            ReportSamples.nasty(),
            ReportSamples.shop().withFindings(FindingSamples.shop()),
            ReportSamples.nasty().withFindings(FindingSamples.nasty()));
    return Stream.concat(fixed, LongStream.range(0, 200).mapToObj(ReportSamples::random));
  }

  @Test
  void shop_isRenderedAsInTheGoldenFile() throws IOException {
    assertThat(TextReport.render(ReportSamples.shop())).isEqualTo(golden("shop.txt"));
  }

  @Test
  void findings_standFirstAndAsInTheGoldenFile() throws IOException {
    Report report = ReportSamples.shop().withFindings(FindingSamples.shop());

    assertThat(TextReport.render(report)).contains(golden("findings.txt") + "\nMaps by traffic");
  }

  @Test
  void mapOfAFinding_isNotShoutedAgainButShownInDetail() {
    MapProfile busy = ReportSamples.shop().maps().get(0).withFacts(MapFacts.none());
    MapProfile quiet = ReportSamples.shop().maps().get(1);
    List<MapProfile> maps = new ArrayList<>(Collections.nCopies(60, busy));
    maps.add(quiet);
    Report report = ReportSamples.report(maps).withFindings(FindingSamples.shop());

    assertThat(TextReport.render(report)).doesNotContain("!! UNSAFE").contains("61. Sessions.byId");
  }

  @Test
  void manyFindings_areCutOffAndCounted() {
    List<Finding> many = Collections.nCopies(1000, FindingSamples.shop().get(0));
    String text = TextReport.render(ReportSamples.shop().withFindings(many));

    assertThat(text)
        .contains("Findings: 1000 errors", "40. error: ", "(960 more findings in the JSON report)")
        .doesNotContain("41. error: ");
  }

  private static String golden(String name) throws IOException {
    try (InputStream golden = TextReportTest.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(golden).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void everyLine_fitsAndIsPrintable(Report report) {
    assertThat(TextReport.render(report).lines())
        .allSatisfy(
            line -> {
              assertThat(line.codePointCount(0, line.length())).isLessThanOrEqualTo(120);
              assertThat(line)
                  .doesNotContainPattern("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}]")
                  .isEqualTo(line.stripTrailing());
            });
  }

  @ParameterizedTest
  @MethodSource("samples")
  void orderOfTheMapsInTheReport_doesNotMatter(Report report) {
    List<MapProfile> reversed = new ArrayList<>(report.maps());
    Collections.reverse(reversed);
    Report other =
        new Report(
            report.generatedAt(),
            report.durationSeconds(),
            report.jvm(),
            report.agent(),
            reversed,
            report.findings());

    assertThat(TextReport.render(other)).isEqualTo(TextReport.render(report));
  }

  @Test
  void noMaps_saysSo() {
    assertThat(TextReport.render(ReportSamples.empty()))
        .contains("No map with an allocation site in the application was used.")
        .contains("CPU overhead not measured")
        .contains("operations counted for 25 % of the time")
        .doesNotContain("!!");
  }

  @Test
  void manyMaps_areCutOffAndSummedUp() {
    MapProfile busy = ReportSamples.shop().maps().get(0);
    Report report = ReportSamples.report(Collections.nCopies(1000, busy));
    String text = TextReport.render(report);

    assertThat(text).contains("(960 more rows)", "1.17 G").contains("10. Routes.table");
    assertThat(text).doesNotContain("11. Routes.table").doesNotContain("41  Routes.table");
  }

  @Test
  void misusedMapOfLowTraffic_isStillShownInDetail() {
    MapProfile busy = ReportSamples.shop().maps().get(0);
    MapProfile misused = ReportSamples.shop().maps().get(1);
    List<MapProfile> maps = new ArrayList<>(Collections.nCopies(60, busy));
    maps.add(misused);

    assertThat(TextReport.render(ReportSamples.report(maps)))
        .contains("!! UNSAFE: Sessions.byId: 2 threads inside an unsynchronised HashMap at once")
        .contains("61. Sessions.byId");
  }

  @Test
  void raceAndException_areShoutedAndExplained() {
    assertThat(TextReport.render(ReportSamples.shop()))
        .contains(
            "!! RACE: Sessions.byId: another thread got between a look-up and its write: 31 times",
            "!! THROWN: Sessions.byId: ConcurrentModificationException: 1 time",
            "com.acme.shop.Sessions.expire:77");
  }

  @Test
  void factsNotRecordedOrZero_leaveNoLine() {
    MapProfile busy = ReportSamples.shop().maps().get(0);
    MapFacts zero =
        MapFacts.none()
            .withNulls(new Nulls(0, 0))
            .withHotKeys(List.of())
            .withContention(new Contention(0, 0, new Waits(0, 0), null, 0, 0, 0, 0, List.of()))
            .withLatency(new Latency(new Quantiles(0, 0, 0, 0), null, null, null, 0))
            .withAllocation(new Allocation(0, 0, 0, 0, 0))
            .withCopies(new Copies(0, 0, 0, 0, 0, 0))
            .withSerializations(List.of())
            .withExternalLock(ExternalLock.none())
            .withCallSites(List.of())
            .withShape(Shape.none().withValues(0, 5).withBins(0, 0));

    assertThat(render(busy.withFacts(zero)))
        .isEqualTo(render(busy.withFacts(MapFacts.none())))
        .doesNotContain("cost", "contention", "latency", "memory", "used at", "hot keys");
  }

  @Test
  void dearMapOfLowTraffic_isStillShownInDetail() {
    MapProfile busy = ReportSamples.shop().maps().get(0).withFacts(MapFacts.none());
    MapProfile dear = ReportSamples.shop().maps().get(2);
    List<MapProfile> maps = new ArrayList<>(Collections.nCopies(60, busy));
    maps.add(dear);

    assertThat(TextReport.render(ReportSamples.report(maps)))
        .containsPattern("61  Trail.start \\(first use\\) +15  95.0 ms")
        .contains("61. Trail.start");
  }

  @Test
  void costTable_leavesOutEmptyColumnsAndTrifles() {
    MapProfile busy = ReportSamples.shop().maps().get(0);
    MapProfile copied = busy.withFacts(MapFacts.none().withCopies(copiesOf(4_000_000)));
    MapProfile trifle = busy.withFacts(MapFacts.none().withCopies(copiesOf(3_000_000)));
    Report report = ReportSamples.report(List.of(copied, trifle));

    assertThat(report.durationSeconds()).isEqualTo(30.125);
    assertThat(TextReport.render(report))
        .containsPattern("#  MAP +COPIES  COPYING\\R1  Routes.table +20  4.00 ms\\R\\R");
  }

  private static Copies copiesOf(long nanos) {
    return new Copies(20, 40, nanos, 80, 0, 0);
  }

  private static String render(MapProfile map) {
    return TextReport.render(ReportSamples.report(List.of(map)));
  }

  @Test
  void manyMisusedMaps_areNotAllShouted() {
    MapProfile misused = ReportSamples.shop().maps().get(1);
    Report report = ReportSamples.report(Collections.nCopies(25, misused));

    assertThat(TextReport.render(report)).contains("!! 5 more maps like these, see below");
  }
}
