package io.mapscope.stress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.util.HashMap;
import java.util.MapscopeErrors;
import org.jspecify.annotations.Nullable;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** A map, with the probe that its constructor gave it, is handed over by a data race. */
@JCStressTest
@Outcome(id = "0, 0", expect = ACCEPTABLE, desc = "The map was not seen yet.")
@Outcome(
    id = "1, 0",
    expect = ACCEPTABLE,
    desc = "Probe, tally and table were seen complete: final field and its barrier.")
@Outcome(expect = FORBIDDEN, desc = "The recorder met a half-made probe, or let its error out.")
@State
public class RacilyPublishedMap {
  private @Nullable HashMap<Integer, Integer> map;

  /** Publishes without any order. */
  @Actor
  public void publishes() {
    map = new HashMap<>();
  }

  /** {@code r1}: 1 when the map was seen and empty, 2 when not so; {@code r2}: our errors. */
  @Actor
  public void uses(II_Result result) {
    final HashMap<Integer, Integer> seen = map;
    if (seen != null) {
      try {
        result.r1 = seen.get(1) == null ? 1 : 2;
      } catch (RuntimeException thrown) {
        result.r1 = 2;
      }
    }
    result.r2 = (int) MapscopeErrors.suppressed;
  }
}
