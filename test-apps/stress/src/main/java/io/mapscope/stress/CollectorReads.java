package io.mapscope.stress;

import static java.util.MapscopeOperation.GET_HIT;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.util.MapscopeProbe;
import java.util.MapscopeTally;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.JJ_Result;

/** The collector adds the cells up while a thread makes its own and counts in it. */
@JCStressTest
@Outcome(
    id = {"0, 3", "1, 3", "2, 3", "3, 3"},
    expect = ACCEPTABLE,
    desc = "The collector may be late, and has everything once the thread is through.")
@Outcome(expect = FORBIDDEN, desc = "The collector saw what was not counted, or spoiled a count.")
@State
public class CollectorReads {
  private final ConcurrentHashMap<Integer, Integer> map = new ConcurrentHashMap<>();
  private final MapscopeTally tally;

  /** A map with a probe. */
  public CollectorReads() {
    Recorded.unseen(map);
    map.put(1, 1);
    final MapscopeProbe probe = Objects.requireNonNull(Recorded.probe(map));
    tally = Recorded.tally(probe);
  }

  /** The application. */
  @Actor
  public void counts() {
    map.get(1);
    map.get(1);
    map.get(1);
  }

  /** The collector, which also folds the cells of threads that have ended. */
  @Actor
  public void collects(JJ_Result result) {
    result.r1 = Recorded.count(tally, GET_HIT);
  }

  /** After both. */
  @Arbiter
  public void counted(JJ_Result result) {
    result.r2 = Recorded.count(tally, GET_HIT);
  }
}
