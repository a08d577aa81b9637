package io.mapscope.stress;

import static java.util.MapscopeOperation.OVERLAPS;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
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

/** A writer and a reader share a HashMap properly, under one lock: never an overlap. */
@JCStressTest
@Outcome(
    id = "0, 0",
    expect = ACCEPTABLE,
    desc = "The mark is cleared before the lock is released, so the next holder sees none.")
@Outcome(expect = FORBIDDEN, desc = "A false alarm, or a mark left behind.")
@State
public class GuardedWriters {
  private final HashMap<Integer, Integer> map = new HashMap<>();

  /** A map with a probe of its own: only these are marked. */
  public GuardedWriters() {
    Recorded.unseen(map);
    map.put(1, 1);
  }

  /** Writes twice. */
  @Actor
  public void writes() {
    synchronized (this) {
      map.put(1, 2);
    }
    synchronized (this) {
      map.remove(1);
    }
  }

  /** Reads and writes. */
  @Actor
  public void readsAndWrites() {
    synchronized (this) {
      map.get(1);
      map.put(2, 1);
    }
  }

  /** After both. */
  @Arbiter
  public void counted(JJ_Result result) {
    result.r1 = Recorded.count(map, OVERLAPS);
    final MapscopeProbe probe = Objects.requireNonNull(Recorded.probe(map));
    result.r2 = Math.max(0, probe.writer); // below 0: the last writer, who has left
  }
}
