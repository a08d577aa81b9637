package io.mapscope.prove.workload;

import io.mapscope.prove.form.Loading;
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
  private final Shares shares;
  private final Shares hotShares;
  private final int hot;
  private final Long[] stable;
  private final Long[] absent;
  private final Long[] churn;
  private final Map<Long, Long> batch = new HashMap<>();

  /** What this thread has put into a full cache, the eldest at {@link #eldest}. */
  private final Long[] loaded;

  private int eldest;
  private final Loading loading;
  private final long functionNanos;

  /** Keys of {@code churn} that are there: {@code present} of them from {@code oldest} on. */
  private int oldest;

  private int present;

  Player(Workload workload, Keys keys, int index) {
    lot = new Lot(Lot.scattered(workload.seed() + index + 1));
    List<Action> byFrequency = workload.mix().byFrequency();
    actions = byFrequency.toArray(new Action[0]);
    shares = shares(workload.mix(), byFrequency);
    hotShares = new Shares(workload.hotShares());
    hot = workload.hotShares().size();
    stable = keys.stable();
    absent = keys.absent();
    churn = keys.churn(index);
    present = churn.length / 2;
    loaded = workload.mix().loads() ? keys.ownOf(index, workload.threads()) : new Long[0];
    loading = new Loading(this::made);
    functionNanos = workload.functionNanos();
    for (int i = 0; i < Math.min(Keys.batch(), stable.length); i++) {
      batch.put(stable[i], 1L);
    }
  }

  private static Shares shares(Mix mix, List<Action> byFrequency) {
    double total = (double) mix.total();
    return new Shares(byFrequency.stream().map(action -> mix.count(action) / total).toList());
  }

  /** What comes next: done to {@code subject}; returns what the program would see of it. */
  public @Nullable Object step(Subject subject) {
    long draw = lot.draw();
    int chosen = Math.min(shares.choose(draw, lot), actions.length - 1);
    return act(actions[chosen], subject, draw >>> Shares.BITS);
  }

  private @Nullable Object act(Action action, Subject subject, long draw) {
    return switch (action) {
      case GET_HIT -> subject.get(there(draw));
      case GET_MISS -> subject.get(absent[Lot.below(absent.length, draw)]);
      case PUT_NEW -> subject.put(added(subject), 1L);
      case PUT_REPLACE -> subject.put(there(draw), 1L);
      case REMOVE_HIT -> subject.remove(removed(subject));
      case REMOVE_MISS -> subject.remove(absent[Lot.below(absent.length, draw)]);
      case COMPUTE_IF_ABSENT_PRESENT -> subject.computeIfAbsent(there(draw), this::made);
      case COMPUTE_IF_ABSENT_ABSENT -> subject.computeIfAbsent(added(subject), this::made);
      case LOAD -> loaded(subject, there(draw));
      case LOAD_AT_ONCE -> loadedAtOnce(subject, there(draw));
      case REPLACE -> subject.replace(there(draw), 1L);
      case SIZE -> subject.size();
      case TRAVERSE -> subject.traverse();
      case COPY -> subject.copy();
      case ORDERED -> subject.ordered(there(draw));
      case COMPUTE, MERGE, PUT_ALL, INSERT, UPDATE -> change(action, subject, draw);
    };
  }

  /** What a program does for its effect alone. */
  private @Nullable Object change(Action action, Subject subject, long draw) {
    switch (action) {
      case COMPUTE -> subject.compute(there(draw), this::next);
      case MERGE -> subject.merge(there(draw), 1L);
      case PUT_ALL -> subject.putAll(batch);
      case INSERT -> subject.insert(added(subject), 1L);
      case UPDATE -> subject.update(there(draw));
      default -> throw new AssertionError(action);
    }
    return null;
  }

  /** A key that is always there, the hot ones as often as they were. */
  private Long there(long draw) {
    int key = hotShares.choose(draw, lot);
    return key < hot
        ? stable[key % stable.length]
        : stable[Lot.below(stable.length, draw >>> Shares.BITS)];
  }

  /** A key of this thread's that is not there, and will be; one is taken out if all are there. */
  private Long added(Subject subject) {
    if (present == churn.length) {
      subject.remove(removed(subject));
    }
    return churn[(oldest + present++) % churn.length];
  }

  private @Nullable Long loaded(Subject subject, Long key) {
    Long value = subject.get(key);
    if (value == null) {
      subject.admit(key, made(key), loaded[eldest]);
      keep(key);
    }
    return value;
  }

  private @Nullable Long loadedAtOnce(Subject subject, Long key) {
    Long value = subject.load(key, loading.before(loaded[eldest]));
    if (loading.hasRun()) {
      keep(key);
    }
    return value;
  }

  private void keep(Long key) {
    loaded[eldest] = key;
    eldest = (eldest + 1) % loaded.length;
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
