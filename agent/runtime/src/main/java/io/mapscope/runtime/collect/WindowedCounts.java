package io.mapscope.runtime.collect;

import io.mapscope.profile.OperationCounts;
import io.mapscope.runtime.govern.Block;
import io.mapscope.runtime.govern.Estimates;
import io.mapscope.runtime.govern.Queueing;
import java.util.Arrays;
import java.util.MapscopeOperation;

/**
 * The row of counters of one account of which a part was counted in windows only, and what it says
 * about all that happened. Counters of rare things are not scaled: those are recorded always, or
 * were seen in the act and prove themselves.
 */
final class WindowedCounts {
  private static final int[] SCALED = {
    MapscopeOperation.TRAVERSED_ENTRIES,
    MapscopeOperation.NODES,
    MapscopeOperation.OTHER_NODES,
    MapscopeOperation.COPIES,
    MapscopeOperation.COPIED_ENTRIES,
    MapscopeOperation.COPY_NANOS,
    MapscopeOperation.COPIES_MEASURED,
    MapscopeOperation.COPY_BYTES,
    MapscopeOperation.TORN_COPIES,
    MapscopeOperation.KEPT
  };

  private final Estimates estimates;

  /**
   * The whole at one moment.
   *
   * @param row with estimates in the place of what was counted in windows
   * @param errors half-widths of the operations' 95 % intervals
   */
  record Whole(long[] row, OperationCounts errors) {}

  /** Begins with {@code row}, counted completely so far. */
  WindowedCounts(long[] row) {
    estimates = new Estimates(picked(row));
  }

  /** A block has ended with {@code row}. */
  void add(long[] row, Block block) {
    estimates.add(picked(row), block);
  }

  /**
   * What {@code row}, in the midst of {@code block}, says.
   *
   * @param queueing by how much more may have happened unseen, as {@link Queueing#more} has it
   */
  Whole whole(long[] row, Block block, double queueing) {
    Estimates now = estimates.copy();
    now.add(picked(row), block);
    long[] scaled = row.clone();
    long[] errors = new long[MapscopeOperation.COUNT];
    for (int i = 0; i < MapscopeOperation.COUNT; i++) {
      scaled[i] = now.estimate(i);
      errors[i] = now.error(i) + (long) Math.ceil(now.unseen(i) * queueing);
    }
    for (int i = 0; i < SCALED.length; i++) {
      scaled[SCALED[i]] = now.estimate(MapscopeOperation.COUNT + i);
    }
    return new Whole(scaled, OperationCounts.of(errors));
  }

  /** The same without the intervals. */
  long[] estimates(long[] row, Block block) {
    return whole(row, block, 0).row();
  }

  private static long[] picked(long[] row) {
    long[] picked = Arrays.copyOf(row, MapscopeOperation.COUNT + SCALED.length);
    for (int i = 0; i < SCALED.length; i++) {
      picked[MapscopeOperation.COUNT + i] = row[SCALED[i]];
    }
    return picked;
  }
}
