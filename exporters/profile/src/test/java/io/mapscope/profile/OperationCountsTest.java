package io.mapscope.profile;

import static io.mapscope.profile.ReportSamples.counts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OperationCountsTest {

  @Test
  void readRatio_withoutOperations_isZero() {
    assertThat(OperationCounts.zero().readRatio()).isZero();
    assertThat(OperationCounts.zero().total()).isZero();
  }

  @Test
  void reads_areLookupsSizeTraversalsAndOrdered() {
    assertThat(Arrays.stream(Operation.values()).filter(Operation::isRead))
        .containsExactly(
            Operation.GET_HIT,
            Operation.GET_MISS,
            Operation.SIZE,
            Operation.TRAVERSALS,
            Operation.ORDERED);
  }

  @Test
  void readRatio_threeReadsOneWrite_isThreeQuarters() {
    OperationCounts counts = counts("getHit", 1, "size", 1, "ordered", 1, "clear", 1);

    assertThat(counts.reads()).isEqualTo(3);
    assertThat(counts.writes()).isEqualTo(1);
    assertThat(counts.total()).isEqualTo(4);
    assertThat(counts.readRatio()).isEqualTo(0.75);
  }

  @Test
  void total_beyondLong_staysAtMaximum() {
    OperationCounts counts = counts("getHit", Long.MAX_VALUE, "putNew", Long.MAX_VALUE);

    assertThat(counts.total()).isEqualTo(Long.MAX_VALUE);
    assertThat(counts.readRatio()).isEqualTo(0.5);
    assertThat(counts.plus(counts)).isEqualTo(counts);
  }

  @Test
  void plusThenMinus_givesTheSameBack() {
    OperationCounts a = counts("getHit", 7, "merge", 2);
    OperationCounts b = counts("getHit", 1, "clear", 4);

    assertThat(a.plus(b).minus(b)).isEqualTo(a).hasSameHashCodeAs(a);
  }

  @Test
  void minus_countThatWentDown_isZero() {
    assertThat(counts("getHit", 1).minus(counts("getHit", 2))).isEqualTo(OperationCounts.zero());
  }

  @Test
  void of_laterChangeOfTheArray_isNotSeen() {
    long[] array = new long[Operation.values().length];
    OperationCounts counts = OperationCounts.of(array);
    array[0] = 5;

    assertThat(counts).isEqualTo(OperationCounts.zero());
  }

  @Test
  void of_wrongLengthOrNegative_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> OperationCounts.of(new long[3]))
        .withMessage("expected 16 counts, one per operation, got 3");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> OperationCounts.of(Map.of(Operation.MERGE, -1L)))
        .withMessage("merge must not be negative, but is -1");
  }

  @Test
  void toString_namesOnlyWhatHappened() {
    assertThat(counts("getHit", 3, "putNew", 1)).hasToString("{getHit=3, putNew=1}");
  }
}
