package io.mapscope.runtime.collect;

import io.mapscope.runtime.govern.Block;
import java.lang.invoke.VarHandle;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.MapscopeGate;
import java.util.MapscopeTiming;
import java.util.MapscopeTraversals;
import java.util.MapscopeWriters;
import org.jspecify.annotations.Nullable;

/**
 * The hand on the recorder's gate, and the account of when it was closed.
 *
 * <p>Two may close it. The user ends all recording: what happens meanwhile is in no figure, and
 * every figure says so by its coverage. The governor shuts it between two windows: then operations
 * alone go unrecorded, what is rare is not, and figures are scaled by the {@link Block}s of time
 * that are taken here.
 *
 * <p>Any thread of the agent's may move it, one at a time, and any may ask without its lock: who
 * asks holds the ledger's. Operations under way at that moment belong to either side ({@link
 * MapscopeGate}).
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

  private final BlockClock blocks = new BlockClock(startNanos);
  private boolean shut;
  private volatile long windows;

  /** Whether the user lets operations be recorded; the governor may have shut it all the same. */
  public boolean isOpen() {
    return state.closedAt() == null;
  }

  /** How often the user closed it. */
  public int closings() {
    return state.closings();
  }

  /** How many windows the governor has opened. */
  public long windows() {
    return windows;
  }

  /** Ends all recording; without effect when it has ended already. */
  public synchronized void close() {
    if (!isOpen()) {
      return;
    }
    stopCounting();
    MapscopeGate.setAll(false);
    VarHandle.fullFence();
    blocks.stop();
    MapscopeTiming.open(0, 0);
    MapscopeTraversals.open(0);
    state = state.closedNow();
  }

  /** Goes on recording; without effect when it goes on already. */
  public synchronized void open() {
    Instant from = state.closedAt();
    if (from == null) {
      return;
    }
    state = state.openedNow(from);
    MapscopeGate.rare = true;
    MapscopeGate.births = true;
    blocks.go(!shut);
    if (!shut) {
      startCounting();
    }
  }

  /** The governor's window ends; without effect when it has ended already. */
  public synchronized void shut() {
    if (shut) {
      return;
    }
    shut = true;
    if (isOpen()) {
      stopCounting();
      blocks.go(false);
    }
  }

  /** The governor opens a window, or for good; without effect when it is open already. */
  public synchronized void unshut() {
    if (!shut) {
      return;
    }
    shut = false;
    windows++;
    if (isOpen()) {
      blocks.go(true);
      startCounting();
    }
  }

  /**
   * The number of moves goes first, so that whoever compares writes from before with writes from
   * after knows that some are missing.
   */
  private static void stopCounting() {
    MapscopeGate.moves++;
    VarHandle.fullFence();
    MapscopeGate.open = false;
    VarHandle.fullFence();
    MapscopeWriters.forgetLast();
  }

  /**
   * Writes that went unrecorded make nobody the last writer of a map. An operation that was met
   * while the gate closed, after the number of moves had changed, must not be compared with one
   * that comes now: hence another number.
   */
  private static void startCounting() {
    MapscopeWriters.forgetLast();
    MapscopeGate.moves++;
    MapscopeGate.openedNanos = System.nanoTime();
    VarHandle.fullFence();
    MapscopeGate.open = true;
  }

  /** By how much more may happen while the gate is shut, from now on; see {@link Block}. */
  public void disturbance(double more) {
    blocks.disturbance(more);
  }

  /** The block of time up to now; the next one begins. */
  Block takeBlock() {
    return blocks.take();
  }

  /** The block of time up to now, which goes on. */
  Block block() {
    return blocks.soFar();
  }

  /** Nanoseconds that the user had it closed so far, all times together. */
  long closedNanos() {
    return state.allClosedNanos();
  }

  /** Share of the time since the start in which the user had it open, from 0 to 1. */
  double coverage() {
    return coverage(startNanos, 0);
  }

  /**
   * Share of the time since {@code sinceNanos} in which the user had it open, from 0 to 1.
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
