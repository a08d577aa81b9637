package io.mapscope.benchmarks.scaling;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The batches of operations that one thread has done, each with its begin, its end and its CPU
 * time. On a machine that others use, threads that are started together hardly run together: only
 * batches that nobody interrupted, while all other threads ran without a break too, tell what cores
 * cost each other.
 */
final class Batches {
  /** A batch that took so much more time than CPU time has been interrupted. */
  private static final double UNINTERRUPTED = 1.1;

  private final long[] beginNanos;
  private final long[] endNanos;
  private final double[] cpuNanos;
  private int count;

  Batches(int most) {
    beginNanos = new long[most];
    endNanos = new long[most];
    cpuNanos = new double[most];
  }

  boolean isFull() {
    return count == cpuNanos.length;
  }

  void add(long begin, long end, double cpu) {
    beginNanos[count] = begin;
    endNanos[count] = end;
    cpuNanos[count] = cpu;
    count++;
  }

  /** CPU times of the batches during which all {@code others} ran too, in ascending order. */
  List<Double> together(List<Batches> others) {
    final List<Double> some = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      if (isUninterrupted(i) && runThroughout(others, beginNanos[i], endNanos[i])) {
        some.add(cpuNanos[i]);
      }
    }
    Collections.sort(some);
    return some;
  }

  private static boolean runThroughout(List<Batches> others, long begin, long end) {
    for (final Batches other : others) {
      if (!other.ranThroughout(begin, end)) {
        return false;
      }
    }
    return true;
  }

  private boolean ranThroughout(long begin, long end) {
    int i = firstEndingAfter(begin);
    if (i == count || beginNanos[i] > begin) {
      return false;
    }
    while (isUninterrupted(i)) {
      if (endNanos[i] >= end) {
        return true;
      }
      i++;
      if (i == count) {
        return false;
      }
    }
    return false;
  }

  private int firstEndingAfter(long moment) {
    int low = 0;
    int high = count;
    while (low < high) {
      final int middle = (low + high) >>> 1;
      if (endNanos[middle] > moment) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  private boolean isUninterrupted(int i) {
    return endNanos[i] - beginNanos[i] <= UNINTERRUPTED * cpuNanos[i];
  }
}
