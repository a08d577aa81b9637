package io.mapscope.prove.measure;

import static io.mapscope.prove.Profiles.busy;
import static io.mapscope.prove.Profiles.finding;
import static io.mapscope.prove.Profiles.map;
import static io.mapscope.prove.Profiles.report;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mapscope.profile.Activity;
import io.mapscope.profile.Contention;
import io.mapscope.profile.Finding;
import io.mapscope.profile.Latency;
import io.mapscope.profile.MapFacts;
import io.mapscope.profile.MapProfile;
import io.mapscope.profile.Operation;
import io.mapscope.profile.Quantiles;
import io.mapscope.prove.workload.Workload;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** {@code busy} is 1,000 operations by 4 threads, and what was recorded took a second. */
final class StepTimeTest {

  private static final String HASH = "java.util.concurrent.ConcurrentHashMap";
  private static final long ONE_SECOND_NANOS = 1_000_000_000L;

  private static double nanos(MapFacts facts) {
    return nanos(map(HASH, null, 4, busy()).withFacts(facts), List.of());
  }

  private static double nanos(MapProfile map, List<Finding> findings) {
    return StepTime.nanos(report(map, findings), map, Workload.of(map, findings, 2, 1));
  }

  private static Contention waited(long nanos) {
    return new Contention(1, nanos, null, null, 0, 0, 0, 0, List.of());
  }

  @Test
  void step_looksBetweenOperations_isTheirMedian() {
    Quantiles between = new Quantiles(300, 900, 900, 5);

    assertThat(nanos(MapFacts.none().withLatency(new Latency(null, null, null, between, 0))))
        .isEqualTo(300);
  }

  /** A hundred million operations by two processors in a second: none of them took longer. */
  @Test
  void step_looksAtThreadsThatWereHeldUp_isAsMuchAsProcessorsHadTimeFor() {
    Quantiles between = new Quantiles(500, 900, 900, 5);
    Activity activity = new Activity(List.of(0.0, 10.0), List.of(0L, 1_000_000_000L), List.of());
    MapFacts facts =
        MapFacts.none()
            .withLatency(new Latency(null, null, null, between, 0))
            .withActivity(activity);
    MapProfile map = map(HASH, null, 2, busy()).withFacts(facts);

    assertThat(nanos(map, List.of())).isCloseTo(20, within(0.1));
  }

  /** The two halves of a check-then-act are one step. */
  @Test
  void step_ofTwoOperations_takesAsLongAsBoth() {
    Map<Operation, Long> pairs = Map.of(Operation.GET_HIT, 50L, Operation.PUT_REPLACE, 50L);
    Quantiles between = new Quantiles(300, 900, 900, 5);
    MapProfile map =
        map(HASH, null, 4, pairs)
            .withFacts(MapFacts.none().withLatency(new Latency(null, null, null, between, 0)));
    List<Finding> findings = List.of(finding("check-then-act", "atomic-operation", "merge"));

    assertThat(nanos(map, findings)).isEqualTo(600);
  }

  @Test
  void step_fewLooksAndFewWaits_isTheThreadsTimeSharedAmongSteps() {
    Quantiles two = new Quantiles(300, 900, 900, 2);
    MapFacts facts =
        MapFacts.none()
            .withLatency(new Latency(null, null, null, two, 0))
            .withContention(waited(ONE_SECOND_NANOS / 10));

    assertThat(nanos(facts)).isCloseTo(4 * ONE_SECOND_NANOS / 1_000.0, within(1.0));
  }

  @Test
  void step_threadsThatWaited_isUnknown() {
    assertThat(nanos(MapFacts.none().withContention(waited(ONE_SECOND_NANOS)))).isNaN();
    assertThat(nanos(MapFacts.none())).isNaN();
  }
}
