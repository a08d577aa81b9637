package io.mapscope.stress;

import static java.util.MapscopeOperation.GET_HIT;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.util.concurrent.ConcurrentHashMap;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.J_Result;

/** Two threads race to be the first that the recorder sees on a map: each brings a probe along. */
@JCStressTest
@Outcome(
    id = "2",
    expect = ACCEPTABLE,
    desc = "One probe wins under the lock of the slots; the loser counts in the winner's cells.")
@Outcome(expect = FORBIDDEN, desc = "A count went to a probe that nobody can find.")
@State
public class FirstOperations {
  private final ConcurrentHashMap<Integer, Integer> map = new ConcurrentHashMap<>();

  /** A map with one entry and no probe. */
  public FirstOperations() {
    map.put(1, 1);
    Recorded.unseen(map);
  }

  /** One of the first. */
  @Actor
  public void one() {
    map.get(1);
  }

  /** The other. */
  @Actor
  public void other() {
    map.get(1);
  }

  /** After both. */
  @Arbiter
  public void counted(J_Result result) {
    result.r1 = Recorded.count(map, GET_HIT);
  }
}
