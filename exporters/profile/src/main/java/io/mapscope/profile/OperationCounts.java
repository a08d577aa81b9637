package io.mapscope.profile;

import java.util.Arrays;
import java.util.Map;

/**
 * How often each {@link Operation} happened; immutable.
 *
 * <p>Every count is at least 0. Sums that would exceed {@link Long#MAX_VALUE} stay there.
 */
@SuppressWarnings("EnumOrdinal") // indexing by operation is what the recorder's cells do, too
public final class OperationCounts {

  private static final Operation[] OPERATIONS = Operation.values();
  private static final OperationCounts ZERO = new OperationCounts(new long[OPERATIONS.length]);

  private final long[] counts;

  private OperationCounts(long[] counts) {
    this.counts = counts;
  }

  /**
   * Counts copied from an array indexed by {@link Operation#ordinal()}.
   *
   * @throws IllegalArgumentException when the array has another length than there are operations,
   *     or a count is negative
   */
  public static OperationCounts of(long[] byOrdinal) {
    if (byOrdinal.length != OPERATIONS.length) {
      throw new IllegalArgumentException(
          "expected " + OPERATIONS.length + " counts, one per operation, got " + byOrdinal.length);
    }
    long[] copy = byOrdinal.clone();
    for (Operation operation : OPERATIONS) {
      Require.nonNegative(copy[operation.ordinal()], operation.jsonName());
    }
    return new OperationCounts(copy);
  }

  /** Counts by operation; an operation that is not among the keys has none. */
  public static OperationCounts of(Map<Operation, Long> byOperation) {
    long[] counts = new long[OPERATIONS.length];
    byOperation.forEach((operation, count) -> counts[operation.ordinal()] = count);
    return of(counts);
  }

  /** No operation at all. */
  public static OperationCounts zero() {
    return ZERO;
  }

  /** How often {@code operation} happened. */
  public long get(Operation operation) {
    return counts[operation.ordinal()];
  }

  /** All operations together. */
  public long total() {
    return saturatedSum(reads(), writes());
  }

  /** All operations that only look; see {@link Operation#isRead()}. */
  public long reads() {
    return sum(true);
  }

  /** All operations that are no reads. */
  public long writes() {
    return sum(false);
  }

  /** {@code reads / (reads + writes)}, from 0 to 1; 0 when there was no operation. */
  public double readRatio() {
    double reads = reads();
    double all = reads + writes();
    return all == 0 ? 0 : reads / all;
  }

  /** The sum of both, operation by operation. */
  public OperationCounts plus(OperationCounts other) {
    long[] sums = new long[counts.length];
    Arrays.setAll(sums, i -> saturatedSum(counts[i], other.counts[i]));
    return new OperationCounts(sums);
  }

  /**
   * What came on top of {@code earlier}, operation by operation.
   *
   * <p>A count that went down gives 0: counts are read while threads write them, so two readings
   * taken around the folding of a dead thread may be out of step for one interval.
   */
  public OperationCounts minus(OperationCounts earlier) {
    long[] differences = new long[counts.length];
    Arrays.setAll(differences, i -> Math.max(0, counts[i] - earlier.counts[i]));
    return new OperationCounts(differences);
  }

  private long sum(boolean reads) {
    long sum = 0;
    for (Operation operation : OPERATIONS) {
      if (operation.isRead() == reads) {
        sum = saturatedSum(sum, get(operation));
      }
    }
    return sum;
  }

  private static long saturatedSum(long a, long b) {
    long sum = a + b;
    return sum < 0 ? Long.MAX_VALUE : sum;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof OperationCounts that && Arrays.equals(counts, that.counts);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(counts);
  }

  /** The operations that happened, for example {@code {getHit=3, putNew=1}}. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("{");
    for (Operation operation : OPERATIONS) {
      if (get(operation) != 0) {
        text.append(text.length() > 1 ? ", " : "").append(operation.jsonName());
        text.append('=').append(get(operation));
      }
    }
    return text.append('}').toString();
  }
}
