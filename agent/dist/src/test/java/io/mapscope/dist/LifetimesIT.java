package io.mapscope.dist;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapscope.dist.programs.Lifetimes;
import io.mapscope.profile.History;
import io.mapscope.profile.Lives;
import io.mapscope.profile.MapFacts;
import io.mapscope.profile.MapProfile;
import io.mapscope.profile.Nature;
import io.mapscope.profile.Shape;
import io.mapscope.profile.Spread;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What maps are, how they grow, end, are filled and spread, beside what the program did. */
final class LifetimesIT {
  /** The process is 100 ms old or so when its time begins to count, and dies after its last. */
  private static final double LEAST_CPU_SHARE = 0.2;

  private static AgentRun run;

  @BeforeAll
  static void runOnce(@TempDir Path directory) throws Exception {
    run = AgentRun.of(directory, Lifetimes.class);
  }

  @Test
  void nature_ofSubclassesAndSortedMaps_isThatOfTheirConstruction() {
    assertThat(facts("LRU").nature())
        .isEqualTo(new Nature("java.util.LinkedHashMap", true, true, false));
    assertThat(facts("BY_CASE").nature())
        .isEqualTo(new Nature("java.util.TreeMap", false, false, true));
    assertThat(facts("OWN").nature())
        .isEqualTo(new Nature("java.util.concurrent.ConcurrentHashMap", false, false, false));
  }

  @Test
  void history_ofAGrowingMap_growsInEveryPeriod() {
    History history = Objects.requireNonNull(facts("GROWING").history());

    List<Long> entries = history.largestEntries();
    assertThat(history.periodSeconds()).isEqualTo(1);
    assertThat(entries).hasSizeBetween(3, 12).isSorted();
    assertThat(entries.get(3)).isGreaterThan(entries.get(0));
    assertThat(entries.get(entries.size() - 1)).isLessThanOrEqualTo(run.printed("GROWING", 0));
    assertThat(Objects.requireNonNull(facts("LRU").history()).largestEntries())
        .allMatch(size -> size <= 11); // the eleventh is there until the eldest is removed
  }

  @Test
  void lives_sharedMaps_areThoseOfSeveralThreads() {
    assertThat(lives(run.map(Lifetimes.class, "SHARED")).shared()).isEqualTo(1);
    assertThat(lives(run.map(Lifetimes.class, "OWN")).shared()).isZero();
  }

  @Test
  void lives_shortLivedMaps_haveResizedAndEndedAtOneCapacity() {
    Lives lives = lives(madeIn("fill", "java.util.HashMap"));

    assertThat(lives.ended()).isEqualTo(200);
    assertThat(lives.resized()).isEqualTo(200);
    assertThat(lives.endedResizes()).isEqualTo(200 * 4); // 16, 32, 64, 128, 256
    assertThat(lives.finalCapacityP10()).isEqualTo(256);
    assertThat(lives.finalCapacityP90()).isEqualTo(256);
  }

  @Test
  void lives_roomyAndUnusedMaps_areCounted() {
    Lives roomy = lives(madeIn("keep", "java.util.HashMap"));
    Lives unused = lives(madeIn("keep", "java.util.LinkedHashMap"));

    assertThat(roomy.sparse()).isEqualTo(40);
    assertThat(roomy.spareBytes()).isBetween(40 * 4 * 65_000L, 40 * 8 * 65_536L);
    assertThat(roomy.unused()).isZero();
    assertThat(unused.unused()).isEqualTo(30);
    assertThat(unused.sparse()).isZero();
  }

  @Test
  void spread_ofGoodAndBadHashes_isHeldAgainstRandomOnes() {
    Spread bad = Objects.requireNonNull(facts("CROWDED").spread());
    Spread good = Objects.requireNonNull(facts("EVEN").spread());

    assertThat((double) bad.binsOccupied()).isLessThan(0.02 * bad.binsExpected());
    assertThat((double) good.binsOccupied())
        .isBetween(0.9 * good.binsExpected(), 1.1 * good.binsExpected());
  }

  @Test
  void values_changedWhereTheyLie_areTold() {
    Shape changed = Objects.requireNonNull(facts("CHANGED").shape());
    Shape drained = Objects.requireNonNull(facts("DRAINED").shape());
    Shape still = Objects.requireNonNull(facts("STILL").shape());

    assertThat(changed.changedValues()).isBetween(5L, changed.watchedValues());
    assertThat(drained.changedValues()).isBetween(5L, drained.watchedValues());
    assertThat(changed.lockedValues()).isZero();
    assertThat(still.watchedValues()).isPositive();
    assertThat(still.changedValues()).isZero();
  }

  @Test
  void totals_ofTheProcess_areThoseOfItsOwnMeasurement() {
    long truth = run.printed("cpu", 0);

    assertThat((double) run.report().jvm().cpuNanos())
        .isBetween(LEAST_CPU_SHARE * truth, 1.5 * truth);
    assertThat(run.report().jvm().heapMaxBytes()).isPositive();
  }

  private static MapFacts facts(String field) {
    return run.map(Lifetimes.class, field).facts();
  }

  private static Lives lives(MapProfile map) {
    return Objects.requireNonNull(map.facts().lives());
  }

  private static MapProfile madeIn(String method, String mapClass) {
    return run.report().maps().stream()
        .filter(map -> map.site().method().equals(method) && map.mapClass().equals(mapClass))
        .findFirst()
        .orElseThrow();
  }
}
