package io.mapscope.runtime.collect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.MapscopeCell;
import org.junit.jupiter.api.Test;
import org.openjdk.jol.info.ClassLayout;
import org.openjdk.jol.info.FieldLayout;

/**
 * Two words that different threads use and one of them writes must not be on one cache line: how
 * HotSpot lays out a cell is not specified, so that it is looked up.
 */
class CellLayoutTest {
  private static final long LINE_BYTES = 64;
  private static final List<String> BY_EACH_OPERATION =
      List.of(
          "getHit",
          "getMiss",
          "putNew",
          "putReplace",
          "removeHit",
          "removeMiss",
          "computeIfAbsentPresent",
          "computeIfAbsentAbsent",
          "size",
          "kept",
          "inFunction");

  private final ClassLayout layout = ClassLayout.parseClass(MapscopeCell.class);

  @Test
  void owner_marksOfOuterOperations_areNoWritesToWhatLiesBeforeTheCell() {
    assertThat(endOf("owner")).isGreaterThanOrEqualTo(LINE_BYTES);
  }

  @Test
  void counters_operationsOfTheOwner_areNoWritesToTheWordThatOthersRead() {
    for (String counter : BY_EACH_OPERATION) {
      assertThat(field(counter).offset())
          .as(counter)
          .isGreaterThanOrEqualTo(endOf("owner") - Long.BYTES + LINE_BYTES);
    }
  }

  @Test
  void counters_operationsOfTheOwner_areNoWritesToWhatLiesBehindTheCell() {
    for (String counter : BY_EACH_OPERATION) {
      assertThat(layout.instanceSize() - field(counter).offset())
          .as(counter)
          .isGreaterThanOrEqualTo(LINE_BYTES);
    }
  }

  private long endOf(String name) {
    return field(name).offset() + field(name).size();
  }

  private FieldLayout field(String name) {
    return layout.fields().stream().filter(one -> one.name().equals(name)).findAny().orElseThrow();
  }
}
