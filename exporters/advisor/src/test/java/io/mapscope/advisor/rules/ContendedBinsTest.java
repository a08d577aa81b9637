package io.mapscope.advisor.rules;

import static io.mapscope.advisor.Verdicts.assertNotEnough;
import static io.mapscope.advisor.Verdicts.assertSilent;
import static io.mapscope.advisor.Verdicts.finding;
import static io.mapscope.advisor.Verdicts.nanosOfThreads;
import static org.assertj.core.api.Assertions.assertThat;

import io.mapscope.advisor.MapBuilder;
import io.mapscope.advisor.Verdict;
import io.mapscope.advisor.Verdicts;
import io.mapscope.profile.CallSite;
import io.mapscope.profile.Finding;
import io.mapscope.profile.HotKey;
import io.mapscope.profile.Latency;
import io.mapscope.profile.MisuseKind;
import io.mapscope.profile.Quantiles;
import io.mapscope.profile.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** hot-bin, blocking-compute and present-key-compute: why threads wait for bins of one map. */
final class ContendedBinsTest {
  private static final String HOT = "hot-bin";
  private static final String BLOCKING = "blocking-compute";
  private static final String PRESENT = "present-key-compute";

  private static MapBuilder waiting() {
    return MapBuilder.concurrentHashMap()
        .entries(10_000)
        .operations("merge", 1_000_000)
        .monitorWaits(500, nanosOfThreads(0.5));
  }

  private static MapBuilder hottest(double share) {
    return waiting().facts(it -> it.withHotKeys(List.of(new HotKey("a1", share))));
  }

  private static MapBuilder functions(long p50, long p99, long samples) {
    return waiting()
        .operations("computeIfAbsentPresent", 9_000, "computeIfAbsentAbsent", 1_000)
        .latency(new Latency(null, null, new Quantiles(p50, p99, p99, samples), null, 0));
  }

  @Test
  void hotBin_aHotKey_isTheEdge() {
    Finding finding = finding(HOT, hottest(0.2));

    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
    assertThat(finding.explanation()).contains("500 waits", "hottest key has 20 %");
    assertThat(finding.replacement().type()).isEqualTo("java.util.concurrent.atomic.LongAdder");
    assertSilent(HOT, hottest(0.19));
  }

  @Test
  void hotBin_fewEntries_isTheEdge() {
    finding(HOT, waiting().entries(8));
    assertNotEnough(HOT, waiting().entries(9));
  }

  @Test
  void hotBin_fewEntriesThatComeAndGo_isSilent() {
    finding(HOT, hottest(0.0625).entries(8));
    assertSilent(HOT, hottest(0.06).entries(8));
  }

  @Test
  void hotBin_waitsBelowTheCostOfAWrite_areTheEdge() {
    long writes = nanosOfThreads(0.5) / 20;
    finding(HOT, hottest(0.2).operations("merge", writes));
    assertSilent(HOT, hottest(0.2).operations("merge", writes + writes / 10));
  }

  @Test
  void hotBin_aSharedMapOfManyKeysWithoutHotOnes_isSilent() {
    assertSilent(HOT, hottest(0.01));
  }

  @Test
  void hotBin_aHotKeyNobodyWaitsFor_isSilent() {
    assertSilent(
        HOT,
        MapBuilder.concurrentHashMap()
            .monitorWaits(0, 0)
            .facts(it -> it.withHotKeys(List.of(new HotKey("a1", 0.9)))));
  }

  @Test
  void hotBin_oneKey_shardingIsNoRemedy() {
    assertThat(finding(HOT, hottest(0.24)).caveats()).noneMatch(it -> it.contains("sharding"));
    assertThat(finding(HOT, hottest(0.25)).caveats()).anyMatch(it -> it.contains("sharding"));
  }

  @Test
  void hotBin_valuesReplaced_areToBecomeCells() {
    assertThat(finding(HOT, hottest(0.5).operations("putReplace", 9_000)).replacement().type())
        .isEqualTo("java.util.concurrent.atomic.AtomicReference");
  }

  @ParameterizedTest
  @CsvSource({
    "100, 100000, 100, true",
    "100, 99999, 100, false",
    "100, 100000, 99, false",
    "100000, 200000, 99, true",
  })
  void blockingCompute_durationOfFunctions_isTheEdge(
      long p50, long p99, long samples, boolean found) {
    MapBuilder map = functions(p50, p99, samples);

    assertThat(Verdicts.of(BLOCKING, map) instanceof Verdict.Found).isEqualTo(found);
    assertThat(Verdicts.of(HOT, map) instanceof Verdict.Found).isFalse();
  }

  @Test
  void blockingCompute_fewFunctionsSampled_isNotEnough() {
    finding(BLOCKING, functions(5_000_000, 5_000_000, 10));
    assertNotEnough(BLOCKING, functions(5_000_000, 5_000_000, 9));
  }

  @Test
  void blockingCompute_slowLoaderNobodyWaitsFor_isSilent() {
    assertSilent(BLOCKING, functions(5_000_000, 9_000_000, 500).monitorWaits(5, 25_000_000));
  }

  @Test
  void blockingCompute_loader_isToPutFutures_updatesAreToComputeOutside() {
    assertThat(finding(BLOCKING, functions(5_000_000, 9_000_000, 500)).replacement().type())
        .isEqualTo("java.util.concurrent.CompletableFuture");
    assertThat(
            finding(BLOCKING, functions(5_000_000, 9_000_000, 500).operations("compute", 9))
                .replacement()
                .kind())
        .isEqualTo("compute-outside");
  }

  @ParameterizedTest
  @CsvSource({"17.0.15+6, false", "21.0.7+6, true", "23.0.1+11, true", "24+36, false"})
  void blockingCompute_pinnedCarriers_areACaveatOfSomeJdks(String version, boolean pinned) {
    Verdict verdict =
        Verdicts.of(BLOCKING, functions(5_000_000, 9_000_000, 500), version, Verdicts.SECONDS);

    assertThat(((Verdict.Found) verdict).finding().caveats().toString().contains("carrier"))
        .isEqualTo(pinned);
  }

  @Test
  void blockingCompute_recursion_isAnErrorWithItsStack() {
    Finding finding =
        finding(
            BLOCKING,
            MapBuilder.concurrentHashMap()
                .latency(new Latency(null, null, null, null, 1))
                .misuse(
                    MisuseKind.RECURSION, 1, List.of(List.of("thread t", "com.acme.Shop.f:1"))));

    assertThat(finding.severity()).isEqualTo(Severity.ERROR);
    assertThat(finding.evidence()).containsEntry("stack", List.of("thread t", "com.acme.Shop.f:1"));
    assertSilent(
        BLOCKING,
        MapBuilder.concurrentHashMap()
            .monitorWaits(0, 0)
            .latency(new Latency(null, null, null, null, 0)));
  }

  @Test
  void presentKeyCompute_nineOfTenPresent_isTheEdge() {
    MapBuilder map =
        waiting().operations("computeIfAbsentPresent", 90, "computeIfAbsentAbsent", 10);
    Finding finding = finding(PRESENT, map);

    assertThat(finding.explanation()).contains("90 %");
    assertThat(finding.caveats()).anyMatch(it -> it.contains("JDK 17"));
    assertSilent(
        PRESENT, waiting().operations("computeIfAbsentPresent", 89, "computeIfAbsentAbsent", 11));
    assertSilent(HOT, map);
  }

  @Test
  void presentKeyCompute_onJdk8_hasNoCaveatAboutTheFirstNode() {
    Verdict verdict =
        Verdicts.of(
            PRESENT,
            waiting().operations("computeIfAbsentPresent", 99, "computeIfAbsentAbsent", 1),
            "1.8.0_392",
            Verdicts.SECONDS);

    assertThat(((Verdict.Found) verdict).finding().caveats()).isEmpty();
  }

  @Test
  void presentKeyCompute_nobodyWaits_isSilent() {
    assertSilent(
        PRESENT,
        MapBuilder.concurrentHashMap()
            .operations("computeIfAbsentPresent", 1_000_000)
            .monitorWaits(0, 0));
  }

  @Test
  void presentKeyCompute_puts_countOnlyWhereTheyArePutIfAbsent() {
    MapBuilder puts = waiting().operations("putReplace", 1_000_000, "putNew", 10);

    assertSilent(PRESENT, puts);
    finding(
        PRESENT,
        puts.facts(
            it ->
                it.withCallSites(List.of(new CallSite("com.acme.Shop.f:3", "putIfAbsent", 0.9)))));
  }
}
