package io.mapscope.prove.workload;

import io.mapscope.prove.form.Subject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * One thread's part of a replay: draws what to do by lot, as often as the mix says, and does it.
 * Confined to that thread.
 */
public final class Player {

  /** From here on a function waits instead of working: so long ones are seldom work alone. */
  private static final long LEAST_WAIT_NANOS = TimeUnit.MICROSECONDS.toNanos(100);

  private final Lot lot;
  private final Action[] actions;
  private final double[] upTo;
  private final double[] hotUpTo;
  private final Long[] stable;
  private final Long[] absent;
  private final Long[] churn;
  private final Map<Long, Long> batch = new HashMap<>();
  private final long functionNanos;

  /** Keys of {@code churn} that are there: {@code present} of them from {@code oldest} on. */
  private int oldest;

  private int present;

  Player(Workload workload, Keys keys, int index) {
    lot = new Lot(Lot.scattered(workload.seed() + index + 1));
    List<Action> byFrequency = workload.mix().byFrequency();
    actions = byFrequency.toArray(new Action[0]);
    upTo = upTo(workload.mix(), byFrequency);
    hotUpTo = upTo(workload.hotShares());
    stable = keys.stable();
    absent = keys.absent();
    churn = keys.churn(index);
    present = churn.length / 2;
    functionNanos = workload.functionNanos();
    for (int i = 0; i < Math.min(Keys.batch(), stable.length); i++) {
      batch.put(stable[i], 1L);
    }
  }

  private static double[] upTo(Mix mix, List<Action> byFrequency) {
    double total = (double) mix.total();
    return upTo(byFrequency.stream().map(action -> mix.count(action) / total).toList());
  }

  private static double[] upTo(List<Double> shares) {
    double[] upTo = new double[shares.size()];
    double sum = 0;
    for (int i = 0; i < upTo.length; i++) {
      sum += shares.get(i);
      upTo[i] = sum;
    }
    return upTo;
  }

  /** What comes next: done to {@code subject}; returns what the program would see of it. */
  public @Nullable Object step(Subject subject) {
    double share = lot.share();
    int i = 0;
    while (i < upTo.length - 1 && share >= upTo[i]) {
      i++;
    }
    return act(actions[i], subject);
  }

  private @Nullable Object act(Action action, Subject subject) {
    return switch (action) {
      case GET_HIT -> subject.get(there());
      case GET_MISS -> subject.get(absent[lot.below(absent.length)]);
      case PUT_NEW -> subject.put(added(subject), 1L);
      case PUT_REPLACE -> subject.put(there(), 1L);
      case REMOVE_HIT -> subject.remove(removed(subject));
      case REMOVE_MISS -> subject.remove(absent[lot.below(absent.length)]);
      case COMPUTE_IF_ABSENT_PRESENT -> subject.computeIfAbsent(there(), this::made);
      case COMPUTE_IF_ABSENT_ABSENT -> subject.computeIfAbsent(added(subject), this::made);
      case REPLACE -> subject.replace(there(), 1L);
      case SIZE -> subject.size();
      case TRAVERSE -> subject.traverse();
      case COPY -> subject.copy();
      case ORDERED -> subject.ordered(there());
      case COMPUTE, MERGE, PUT_ALL, INSERT, UPDATE -> change(action, subject);
    };
  }

  /** What a program does for its effect alone. */
  private @Nullable Object change(Action action, Subject subject) {
    switch (action) {
      case COMPUTE -> subject.compute(there(), this::next);
      case MERGE -> subject.merge(there(), 1L);
      case PUT_ALL -> subject.putAll(batch);
      case INSERT -> subject.insert(added(subject), 1L);
      case UPDATE -> subject.update(there());
      default -> throw new AssertionError(action);
    }
    return null;
  }

  /** A key that is always there, the hot ones as often as they were. */
  private Long there() {
    double share = lot.share();
    for (int i = 0; i < hotUpTo.length; i++) {
      if (share < hotUpTo[i]) {
        return stable[i % stable.length];
      }
    }
    return stable[lot.below(stable.length)];
  }

  /** A key of this thread's that is not there, and will be; one is taken out if all are there. */
  private Long added(Subject subject) {
    if (present == churn.length) {
      subject.remove(removed(subject));
    }
    return churn[(oldest + present++) % churn.length];
  }

  /** The key of this thread's that is there for longest, and will not be; one is put in if none. */
  private Long removed(Subject subject) {
    if (present == 0) {
      subject.put(added(subject), 1L);
    }
    Long key = churn[oldest];
    oldest = (oldest + 1) % churn.length;
    present--;
    return key;
  }

  private Long made(Long key) {
    work();
    return 1L;
  }

  private Long next(Long value) {
    work();
    return value + 1;
  }

  private void work() {
    if (functionNanos == 0) {
      return;
    }
    if (functionNanos >= LEAST_WAIT_NANOS) {
      LockSupport.parkNanos(functionNanos);
      return;
    }
    long end = System.nanoTime() + functionNanos;
    while (System.nanoTime() < end) {
      Thread.onSpinWait();
    }
  }
}
