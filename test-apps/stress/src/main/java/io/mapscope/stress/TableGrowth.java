package io.mapscope.stress;

import static java.util.MapscopeOperation.GET_HIT;
import static java.util.MapscopeOperation.GET_MISS;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.util.concurrent.ConcurrentHashMap;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.JJ_Result;

/** The table of cells grows for a second thread while the first one counts. */
@JCStressTest
@Outcome(
    id = "3, 3",
    expect = ACCEPTABLE,
    desc = "Cells move to the larger table by reference; one seen late leads to the slow path.")
@Outcome(expect = FORBIDDEN, desc = "A cell or a count was lost in the growth.")
@State
public class TableGrowth {
  private final ConcurrentHashMap<Integer, Integer> map = new ConcurrentHashMap<>();

  /** A map with a probe; the cell of the constructing thread may be a third one. */
  public TableGrowth() {
    Recorded.unseen(map);
    map.put(1, 1);
  }

  /** Hits. */
  @Actor
  public void hits() {
    map.get(1);
    map.get(1);
    map.get(1);
  }

  /** Misses. */
  @Actor
  public void misses() {
    map.get(2);
    map.get(2);
    map.get(2);
  }

  /** After both. */
  @Arbiter
  public void counted(JJ_Result result) {
    result.r1 = Recorded.count(map, GET_HIT);
    result.r2 = Recorded.count(map, GET_MISS);
  }
}
