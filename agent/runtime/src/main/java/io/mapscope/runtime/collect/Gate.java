package io.mapscope.runtime.collect;

import java.lang.invoke.VarHandle;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.MapscopeGate;
import java.util.MapscopeTiming;
import java.util.MapscopeTraversals;
import org.jspecify.annotations.Nullable;

/**
 * The hand on the recorder's gate, and the account of when it was closed: what happened meanwhile
 * is in no figure, and every figure says so by its coverage.
 *
 * <p>Any thread of the agent's may move it, one at a time, and any may ask without a lock: who asks
 * holds the ledger's, which who opens it has to take. Operations under way at that moment belong to
 * either side ({@link MapscopeGate}).
 */
public final class Gate {
  /** Waits are asked about within seconds of their end: intervals before these do not matter. */
  private static final int REMEMBERED = 64;

  private record Closed(Instant from, Instant to) {}

  /**
   * What is known of it at a moment.
   *
   * @param closedAt since when it is closed; null while it is open
   * @param closedAtNanos the same on the monotonic clock
   * @param closedNanos how long it was closed the times before
   * @param closings how often it was closed
   * @param closed when it was closed, the last times before
   */
  private record State(
      @Nullable Instant closedAt,
      long closedAtNanos,
      long closedNanos,
      int closings,
      List<Closed> closed) {
    State closedNow() {
      return new State(Instant.now(), System.nanoTime(), closedNanos, closings + 1, closed);
    }

    State openedNow(Instant from) {
      List<Closed> intervals = new ArrayList<>(closed);
      intervals.add(new Closed(from, Instant.now()));
      List<Closed> last =
          intervals.subList(Math.max(0, intervals.size() - REMEMBERED), intervals.size());
      return new State(null, 0, allClosedNanos(), closings, List.copyOf(last));
    }

    long allClosedNanos() {
      return closedNanos + (closedAt == null ? 0 : System.nanoTime() - closedAtNanos);
    }
  }

  private final long startNanos = System.nanoTime();

  /** Replaced under the lock, read without. */
  private volatile State state = new State(null, 0, 0, 0, List.of());

  /** Whether operations are recorded. */
  public boolean isOpen() {
    return state.closedAt() == null;
  }

  /** How often it was closed. */
  public int closings() {
    return state.closings();
  }

  /**
   * Ends recording; without effect when it has ended already. The number of moves goes first, so
   * that whoever compares writes from before with writes from after knows that some are missing.
   */
  public synchronized void close() {
    if (!isOpen()) {
      return;
    }
    MapscopeGate.moves++;
    VarHandle.fullFence();
    MapscopeGate.open = false;
    VarHandle.fullFence();
    MapscopeTiming.open(0, 0);
    MapscopeTraversals.open(0);
    state = state.closedNow();
  }

  /**
   * Goes on recording; without effect when it goes on already.
   *
   * @param before done first, while nothing is recorded; may wait for who asks, never for who moves
   */
  public synchronized void open(Runnable before) {
    Instant from = state.closedAt();
    if (from == null) {
      return;
    }
    before.run();
    state = state.openedNow(from);
    MapscopeGate.moves++;
    VarHandle.fullFence();
    MapscopeGate.open = true;
  }

  /** Nanoseconds that it has been closed so far, all times together. */
  long closedNanos() {
    return state.allClosedNanos();
  }

  /** Share of the time since the start in which it was open, from 0 to 1. */
  double coverage() {
    return coverage(startNanos, 0);
  }

  /**
   * Share of the time since {@code sinceNanos} in which it was open, from 0 to 1.
   *
   * @param closedBefore what {@link #closedNanos} said then
   */
  double coverage(long sinceNanos, long closedBefore) {
    long missed = closedNanos() - closedBefore;
    double all = System.nanoTime() - sinceNanos;
    return missed == 0 ? 1 : Math.max(0, Math.min(1, 1 - missed / all));
  }

  /** Whether what happened at {@code time}, some seconds ago at most, is to be recorded. */
  public boolean wasOpenAt(Instant time) {
    State now = state;
    Instant current = now.closedAt();
    if (current != null && !time.isBefore(current)) {
      return false;
    }
    for (Closed interval : now.closed()) {
      if (!time.isBefore(interval.from) && time.isBefore(interval.to)) {
        return false;
      }
    }
    return true;
  }
}
