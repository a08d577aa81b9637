package io.mapscope.dist;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapscope.dist.programs.CallSites;
import io.mapscope.profile.CallSite;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who uses a map is known from samples. */
final class CallSitesIT {
  /** Below it no sample would have been taken from the hot place at a share of 0.9. */
  private static final double SURELY_HOT = 0.5;

  @TempDir private Path directory;

  @Test
  void callSites_twoPlacesOneNineTimesAsBusy_areNamedInOrderWithTheirOperations() throws Exception {
    AgentRun run = AgentRun.of(directory, CallSites.class);

    List<CallSite> sites =
        Objects.requireNonNull(run.map(CallSites.class, "SHARED").facts().callSites());
    assertThat(sites.get(0).frame()).startsWith(CallSites.class.getName() + ".hot:");
    assertThat(sites.get(0).operation()).isEqualTo("get");
    assertThat(sites.get(0).share()).isGreaterThan(SURELY_HOT);
    assertThat(sites).extracting(CallSite::share).allMatch(share -> share > 0 && share <= 1);
    assertThat(sites.stream().mapToDouble(CallSite::share).sum()).isLessThanOrEqualTo(1.0001);
  }
}
