package io.mapscope.benchmarks.scaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class FleetTest {
  private final Fleet fleet = new Fleet(1_000, 300, 1_200, 60_000, 30);

  @Test
  void fleet_ofManyJvms_multipliesWhatOneSends() {
    assertThat(fleet.allSeries()).isEqualTo(1_200_000);
    assertThat(fleet.pointsPerSecond()).isEqualTo(10_000, within(1e-9));
    assertThat(fleet.bytesPerMinute()).isEqualTo(120e6, within(1e-3));
  }

  @Test
  void needs_ofAFleet_areThoseOfItsSources() {
    assertThat(fleet.collectorCores()).isEqualTo(0.5, within(1e-9));
    assertThat(fleet.prometheusBytes()).isEqualTo(3.6e9, within(1.0));
  }

  @Test
  void agentWrites_onTwiceTheCores_loseNoMoreThanTwice() {
    for (int i = 0; i < AgentWrites.by(64).size(); i++) {
      final double half = AgentWrites.by(64).get(i).lostShare(100);
      final double all = AgentWrites.by(128).get(i).lostShare(100);
      assertThat(all).isBetween(half, 2 * half);
    }
  }

  @Test
  void lock_withTheProbesLine_letsFewerThrough() {
    assertThat(LockHandover.WITHOUT_AGENT.mostPerSecond(100)).isEqualTo(1e7 / 3, within(1.0));
    assertThat(LockHandover.WITH_AGENT.mostPerSecond(100)).isEqualTo(1e7 / 4, within(1.0));
  }
}
