package io.mapscope.stress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.util.HashMap;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LZ_Result;

/** {@code values()} caches its view in the field that a probe takes over at the same time. */
@JCStressTest
@Outcome(
    id = "HashMap.Values, true",
    expect = ACCEPTABLE,
    desc = "The view moves into the probe under the lock of the slots.")
@Outcome(expect = FORBIDDEN, desc = "The cached view was lost, or the probe was seen as a view.")
@State
public class ViewDuringAdoption {
  private final HashMap<Integer, Integer> map = new HashMap<>();
  private Object view = "none";

  /** A map without a probe. */
  public ViewDuringAdoption() {
    Recorded.unseen(map);
  }

  /** Makes the view and caches it. */
  @Actor
  public void asksForView() {
    view = map.values();
  }

  /** The first operation that the recorder sees. */
  @Actor
  public void isAdopted() {
    map.get(1);
  }

  /** The map answers with the same view ever after. */
  @Arbiter
  public void sameView(LZ_Result result) {
    result.r1 = "HashMap." + view.getClass().getSimpleName();
    result.r2 = map.values() == view;
  }
}
