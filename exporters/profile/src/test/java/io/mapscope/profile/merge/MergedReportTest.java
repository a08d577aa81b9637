package io.mapscope.profile.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mapscope.profile.CallSite;
import io.mapscope.profile.Contention;
import io.mapscope.profile.FindingSamples;
import io.mapscope.profile.JvmInfo;
import io.mapscope.profile.MapProfile;
import io.mapscope.profile.Operation;
import io.mapscope.profile.Report;
import io.mapscope.profile.ReportSamples;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class MergedReportTest {

  private static final Comparator<Double> ROUNDED =
      Comparator.comparingLong(share -> Math.round(share * 1e9));

  private static final Report SHOP = ReportSamples.shop();
  private static final Report OTHER = of(SHOP, 9_999, "25.0.3+9", Duration.ZERO);

  @Test
  void oneReport_staysAsItIs() {
    Report advised = SHOP.withFindings(FindingSamples.shop());

    assertThat(MergedReport.of(List.of(advised))).isSameAs(advised);
  }

  @Test
  void noReport_isRefused() {
    assertThatThrownBy(() -> MergedReport.of(List.of()))
        .hasMessage("expected a report to merge, got none");
  }

  @Test
  void twoJvms_countsAreAdded_threadsAndProcessorsAreNot() {
    Report merged = MergedReport.of(List.of(SHOP, OTHER));
    MapProfile one = SHOP.maps().get(0);
    MapProfile both = merged.maps().get(0);

    assertThat(merged.durationSeconds()).isEqualTo(2 * SHOP.durationSeconds());
    assertThat(merged.maps()).hasSameSizeAs(SHOP.maps());
    assertThat(both.operations().get(Operation.GET_HIT))
        .isEqualTo(2 * one.operations().get(Operation.GET_HIT));
    assertThat(both.threads()).isEqualTo(one.threads());
    assertThat(both.entries()).isEqualTo(2 * one.entries());
    assertThat(shares(both)).usingElementComparator(ROUNDED).isEqualTo(shares(one));
    Contention contention = Objects.requireNonNull(both.facts().contention());
    assertThat(contention.nanos())
        .isEqualTo(2 * Objects.requireNonNull(one.facts().contention()).nanos());
    assertThat(merged.agent().droppedRecords()).isEqualTo(2 * SHOP.agent().droppedRecords());
    assertThat(merged.jvm().cpus()).isEqualTo(2);
    assertThat(merged.jvm().cpuNanos()).isEqualTo(2 * SHOP.jvm().cpuNanos());
  }

  @Test
  void contradictoryFactsAboutTheJvm_standBesideEachOther() {
    JvmInfo jvm = MergedReport.of(List.of(SHOP, OTHER)).jvm();

    assertThat(jvm.version()).isEqualTo("17.0.15+6, 25.0.3+9");
    assertThat(jvm.mainClass()).isEqualTo("com.acme.shop.Main");
    assertThat(jvm.pid()).isZero();
  }

  @Test
  void keysOfOtherClasses_haveNoneTogether() {
    MapProfile named = SHOP.maps().get(0);
    MapProfile numbered =
        OTHER.maps().get(0).withFacts(OTHER.maps().get(0).facts().withKeyClass("java.lang.Long"));

    assertThat(merged(OTHER.maps().get(0)).facts().keyClass())
        .isEqualTo("java.lang.String")
        .isEqualTo(named.facts().keyClass());
    assertThat(merged(numbered).facts().keyClass()).isNull();
  }

  private static MapProfile merged(MapProfile other) {
    Report second =
        new Report(
            OTHER.generatedAt(),
            OTHER.durationSeconds(),
            OTHER.jvm(),
            OTHER.agent(),
            List.of(other));
    return MergedReport.of(List.of(SHOP, second)).maps().get(0);
  }

  @Test
  void severalReportsOfOneRun_countOnce_theLatest() {
    Report later =
        new Report(
            SHOP.generatedAt().plusSeconds(10),
            SHOP.durationSeconds() + 10,
            SHOP.jvm(),
            SHOP.agent(),
            SHOP.maps());

    assertThat(MergedReport.of(List.of(SHOP, later, SHOP))).isSameAs(later);
  }

  @Test
  void aProcessIdUsedAgainLater_isAnotherRun() {
    Report tomorrow = of(SHOP, SHOP.jvm().pid(), SHOP.jvm().version(), Duration.ofDays(1));

    assertThat(MergedReport.runs(List.of(SHOP, tomorrow))).hasSize(2);
  }

  @Test
  void extremeAndRandomReports_mergeWithoutFault() {
    Report nasty = ReportSamples.nasty();
    MapProfile twice =
        MergedReport.of(List.of(nasty, of(nasty, 1, "x", Duration.ZERO))).maps().get(0);

    assertThat(twice.entries()).isEqualTo(Long.MAX_VALUE);
    for (long seed = 0; seed < 100; seed++) {
      Report random = ReportSamples.random(seed);
      Report other = of(ReportSamples.random(seed + 1000), 1, "x", Duration.ZERO);
      Report merged = MergedReport.of(List.of(random, other));

      assertThat(operations(merged)).isEqualTo(operations(random) + operations(other));
    }
  }

  private static List<Double> shares(MapProfile map) {
    return Objects.requireNonNull(map.facts().callSites()).stream().map(CallSite::share).toList();
  }

  private static long operations(Report report) {
    return report.maps().stream().mapToLong(map -> map.operations().total()).sum();
  }

  private static Report of(Report report, long pid, String version, Duration later) {
    JvmInfo old = report.jvm();
    JvmInfo jvm =
        new JvmInfo(version, old.vendor(), pid, old.mainClass(), old.cpus(), old.gc())
            .withTotals(old.cpuNanos(), old.allocatedBytes(), old.heapMaxBytes());
    return new Report(
        report.generatedAt().plus(later),
        report.durationSeconds(),
        jvm,
        report.agent(),
        report.maps());
  }
}
