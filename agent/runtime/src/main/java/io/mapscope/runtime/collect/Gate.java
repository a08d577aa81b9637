package io.mapscope.runtime.collect;

import io.mapscope.runtime.govern.Block;
import java.lang.invoke.VarHandle;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
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
  private boolean shut;
  private long windows;
  private long settledNanos = startNanos;
  private long openInBlockNanos;
  private long blockNanos;
  private double disturbance;

  /** Whether operations are recorded, as far as the user is asked. */
  public synchronized boolean isOpen() {
    return closedAt == null;
  }

  /** How often the user closed it. */
  public synchronized int closings() {
    return closings;
  }

  /** How many windows the governor has opened. */
  public synchronized long windows() {
    return windows;
  }

  /** Ends all recording; without effect when it has ended already. */
  public synchronized void close() {
    if (closedAt != null) {
      return;
    }
    settle();
    stopCounting();
    MapscopeGate.setAll(false);
    VarHandle.fullFence();
    MapscopeTiming.open(0, 0);
    MapscopeTraversals.open(0);
    closings++;
    closedAt = Instant.now();
    closedAtNanos = System.nanoTime();
  }

  /** Goes on recording; without effect when it goes on already. */
  public synchronized void open() {
    Instant from = closedAt;
    if (from == null) {
      return;
    }
    settle();
    closedNanos = closedNanos();
    closedAt = null;
    closed.addLast(new Closed(from, Instant.now()));
    if (closed.size() > REMEMBERED) {
      closed.removeFirst();
    }
    MapscopeGate.rare = true;
    MapscopeGate.births = true;
    if (!shut) {
      startCounting();
    }
  }

  /** The governor's window ends; without effect when it has ended already. */
  public synchronized void shut() {
    if (shut) {
      return;
    }
    settle();
    shut = true;
    if (closedAt == null) {
      stopCounting();
    }
  }

  /** The governor opens a window, or for good; without effect when it is open already. */
  public synchronized void unshut() {
    if (!shut) {
      return;
    }
    settle();
    shut = false;
    windows++;
    if (closedAt == null) {
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
    VarHandle.fullFence();
    MapscopeGate.open = true;
  }

  /**
   * What has passed since the last call goes to the block; time that the user closed is in none.
   */
  private void settle() {
    long now = System.nanoTime();
    long passed = now - settledNanos;
    settledNanos = now;
    if (closedAt == null) {
      blockNanos += passed;
      openInBlockNanos += shut ? 0 : passed;
    }
  }

  /** By how much more may happen while the gate is shut, from now on; see {@link Block}. */
  public synchronized void disturbance(double more) {
    disturbance = more;
  }

  /** The block of time up to now; the next one begins. */
  synchronized Block takeBlock() {
    Block block = block();
    openInBlockNanos = 0;
    blockNanos = 0;
    return block;
  }

  /** The block of time up to now, which goes on. */
  synchronized Block block() {
    settle();
    return new Block(openInBlockNanos, blockNanos, disturbance);
  }

  /** Nanoseconds that the user had it closed so far, all times together. */
  synchronized long closedNanos() {
    return closedNanos + (closedAt == null ? 0 : System.nanoTime() - closedAtNanos);
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
