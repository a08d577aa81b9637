package io.mapscope.runtime.collect;

import java.lang.invoke.VarHandle;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.MapscopeGate;
import java.util.MapscopeTiming;
import java.util.MapscopeTraversals;
import org.jspecify.annotations.Nullable;

/**
 * The hand on the recorder's gate, and the account of when it was closed: what happened meanwhile
 * is in no figure, and every figure says so by its coverage.
 *
 * <p>Any thread of the agent's may move it. Operations under way at that moment belong to either
 * side ({@link MapscopeGate}).
 */
public final class Gate {
  /** Waits are asked about within seconds of their end: intervals before these do not matter. */
  private static final int REMEMBERED = 64;

  private record Closed(Instant from, Instant to) {}

  private final long startNanos = System.nanoTime();
  private final Deque<Closed> closed = new ArrayDeque<>();
  private @Nullable Instant closedAt;
  private long closedAtNanos;
  private long closedNanos;
  private int closings;

  /** Whether operations are recorded. */
  public synchronized boolean isOpen() {
    return closedAt == null;
  }

  /** How often it was closed. */
  public synchronized int closings() {
    return closings;
  }

  /**
   * Ends recording; without effect when it has ended already. The number of moves goes first, so
   * that whoever compares writes from before with writes from after knows that some are missing.
   */
  public synchronized void close() {
    if (closedAt != null) {
      return;
    }
    closings++;
    MapscopeGate.moves++;
    VarHandle.fullFence();
    MapscopeGate.open = false;
    VarHandle.fullFence();
    MapscopeTiming.open(0, 0);
    MapscopeTraversals.open(0);
    closedAt = Instant.now();
    closedAtNanos = System.nanoTime();
  }

  /**
   * Goes on recording; without effect when it goes on already.
   *
   * @param before done first, while nothing is recorded
   */
  public synchronized void open(Runnable before) {
    Instant from = closedAt;
    if (from == null) {
      return;
    }
    before.run();
    closedNanos = closedNanos();
    closedAt = null;
    closed.addLast(new Closed(from, Instant.now()));
    if (closed.size() > REMEMBERED) {
      closed.removeFirst();
    }
    MapscopeGate.moves++;
    VarHandle.fullFence();
    MapscopeGate.open = true;
  }

  /** Nanoseconds that it has been closed so far, all times together. */
  synchronized long closedNanos() {
    return closedNanos + (closedAt == null ? 0 : System.nanoTime() - closedAtNanos);
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
  public synchronized boolean wasOpenAt(Instant time) {
    Instant current = closedAt;
    if (current != null && !time.isBefore(current)) {
      return false;
    }
    for (Closed interval : closed) {
      if (!time.isBefore(interval.from) && time.isBefore(interval.to)) {
        return false;
      }
    }
    return true;
  }
}
