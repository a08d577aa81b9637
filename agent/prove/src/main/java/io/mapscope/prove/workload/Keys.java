package io.mapscope.prove.workload;

import io.mapscope.prove.form.Subject;

/**
 * The keys of a replay, made before it: those that are always there, those that never are, and for
 * each thread those that it adds and removes. Thus every look-up has the outcome that the mix
 * wants, whatever other threads do meanwhile. Shared by all threads, which only read.
 */
public final class Keys {

  /** Enough that a miss does not always meet the same bin. */
  private static final int ABSENT = 1024;

  private static final int BATCH = 16;

  private final boolean sharedBins;
  private final Long[] stable;
  private final Long[] absent;
  private final Long[][] churn;
  private final int there;

  /** The keys of {@code workload}. */
  public Keys(Workload workload) {
    sharedBins = workload.sharedBins();
    stable = sharedBins ? pairs(workload.stableKeys()) : keys(0, workload.stableKeys());
    absent = keys(stable.length, ABSENT);
    there = workload.askedKeys() > 0 ? workload.entries() : stable.length;
    churn = new Long[workload.threads()][];
    long first = (long) stable.length + ABSENT;
    for (int i = 0; i < churn.length; i++) {
      churn[i] = keys(first, workload.churnPerThread());
      first += churn[i].length;
    }
  }

  private static Long[] keys(long first, int count) {
    Long[] keys = new Long[count];
    for (int i = 0; i < count; i++) {
      keys[i] = Lot.scattered(first + i + 1);
    }
    return keys;
  }

  /** Keys of one hash two by two: each of the first half with one of the second. */
  private static Long[] pairs(int count) {
    int bins = (count + 1) / 2;
    Long[] keys = new Long[count];
    for (int i = 0; i < count; i++) {
      keys[i] = withHash(i + 1, (int) Lot.scattered(i % bins + 1));
    }
    return keys;
  }

  /** A number of its own for each {@code high}, whose hash is {@code hash}: that of both halves. */
  private static Long withHash(int high, int hash) {
    return ((long) high << Integer.SIZE) | Integer.toUnsignedLong(high ^ hash);
  }

  /**
   * Puts in what is there when a replay begins. Where keys share bins, those that are used most
   * come last: a bin has what came later behind what was there.
   */
  public void fill(Subject subject) {
    for (int i = 0; i < there; i++) {
      subject.put(stable[sharedBins ? there - 1 - i : i], 1L);
    }
    for (Long[] own : churn) {
      for (int i = 0; i < own.length / 2; i++) {
        subject.put(own[i], 1L);
      }
    }
  }

  Long[] stable() {
    return stable;
  }

  /** What is there of a full cache that thread {@code index} of {@code threads} has to take out. */
  Long[] ownOf(int index, int threads) {
    Long[] own = new Long[Math.max(1, (there - index + threads - 1) / threads)];
    for (int i = 0; i < own.length; i++) {
      own[i] = stable[(index + i * threads) % stable.length];
    }
    return own;
  }

  Long[] absent() {
    return absent;
  }

  Long[] churn(int thread) {
    return churn[thread];
  }

  /** How many keys a {@code putAll} has; how many they were is not recorded. */
  public static int batch() {
    return BATCH;
  }
}
