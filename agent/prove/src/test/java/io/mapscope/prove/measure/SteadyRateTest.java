package io.mapscope.prove.measure;

import static io.mapscope.prove.Profiles.busy;
import static io.mapscope.prove.Profiles.map;
import static io.mapscope.prove.Profiles.report;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mapscope.profile.Activity;
import io.mapscope.profile.MapFacts;
import io.mapscope.profile.MapProfile;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code busy} is 1,000 operations, and what was recorded took a second. */
final class SteadyRateTest {

  private static double perSecond(MapFacts facts) {
    MapProfile map = map("java.util.HashMap", null, 2, busy()).withFacts(facts);
    return SteadyRate.perSecond(report(map, List.of()), map);
  }

  private static MapFacts activity(List<Double> seconds, List<Long> operations) {
    return MapFacts.none().withActivity(new Activity(seconds, operations, List.of()));
  }

  /** A slow start, two minutes of nothing, ten seconds of work. */
  @Test
  void rate_startAndIdleTimes_areNoPartOfIt() {
    List<Double> seconds = List.of(0.0, 2.0, 122.0, 132.0);

    assertThat(perSecond(activity(seconds, List.of(0L, 1_000L, 1_000L, 21_000L))))
        .isCloseTo(2_000, within(1.0));
  }

  /** The faster stretch had more of the operations, if less of the time. */
  @Test
  void rate_twoPaces_isTheOneOfMostOperations() {
    assertThat(perSecond(activity(List.of(0.0, 1.0, 2.5), List.of(0L, 2_200L, 3_500L))))
        .isCloseTo(2_200, within(1.0));
  }

  @Test
  void rate_noActivityRecorded_isTheMeanOfTheRecording() {
    assertThat(perSecond(MapFacts.none())).isCloseTo(1_000, within(1.0));
    assertThat(perSecond(activity(List.of(), List.of()))).isCloseTo(1_000, within(1.0));
  }
}
