package io.mapscope.runtime.options;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class MemoryLimitTest {
  private static final long MEGA = 1L << 20;
  private static final long HEAP_BYTES = 512 * MEGA;

  @Test
  void limit_asSizeOrShare_isInBytes() {
    assertThat(bytes("64m")).isEqualTo(64 * MEGA);
    assertThat(bytes("2048K")).isEqualTo(2 * MEGA);
    assertThat(bytes("1G")).isEqualTo(1024 * MEGA);
    assertThat(bytes("25%")).isEqualTo(128 * MEGA);
    assertThat(bytes("0.5%")).isEqualTo((long) (0.005 * HEAP_BYTES));
    assertThat(bytes(MemoryLimit.DEFAULT)).isEqualTo((long) (0.1 * HEAP_BYTES));
  }

  @Test
  void limit_thatIsNoneOrTooSmallOrTooLarge_isRefused() {
    for (String wrong :
        new String[] {
          "",
          "m",
          "64",
          "64mb",
          "-1m",
          "1.5g",
          "512k",
          "0m",
          "0%",
          "51%",
          "%",
          ".%",
          "1.%",
          "1e1%",
          "9999999999g",
          "10 %",
          "١m",
          "lots"
        }) {
      assertThat(MemoryLimit.problem(wrong))
          .as(wrong)
          .contains("max.memory='" + wrong + "'", "64m", "10%");
    }
  }

  private static long bytes(String value) {
    assertThat(MemoryLimit.problem(value)).as(value).isNull();
    return MemoryLimit.bytes(value, HEAP_BYTES);
  }
}
