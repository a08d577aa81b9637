package io.mapscope.stress;

import static java.util.MapscopeOperation.OVERLAPS;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.util.HashMap;
import java.util.MapscopeProbe;
import java.util.Objects;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.JJ_Result;

/** Two threads write to a HashMap with nothing between them: may be caught, leaves no mark. */
@JCStressTest
@Outcome(id = "0, 0", expect = ACCEPTABLE, desc = "The writes missed each other, or the marks did.")
@Outcome(
    id = {"1, 0", "2, 0"},
    expect = ACCEPTABLE_INTERESTING,
    desc = "Caught in the act, by one of the two or by both.")
@Outcome(expect = FORBIDDEN, desc = "Caught too often, or a mark was left behind.")
@State
public class UnguardedWriters {
  private final HashMap<Integer, Integer> map = new HashMap<>();

  /** A map with a probe of its own: only these are marked. */
  public UnguardedWriters() {
    Recorded.unseen(map);
    map.put(1, 1);
  }

  /** Replaces a value, which leaves the structure alone. */
  @Actor
  public void one() {
    map.put(1, 2);
  }

  /** The same. */
  @Actor
  public void other() {
    map.put(1, 3);
  }

  /** After both. */
  @Arbiter
  public void counted(JJ_Result result) {
    result.r1 = Recorded.count(map, OVERLAPS);
    final MapscopeProbe probe = Objects.requireNonNull(Recorded.probe(map));
    result.r2 = Math.max(0, probe.writer); // below 0: the last writer, who has left
  }
}
