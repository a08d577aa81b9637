package io.mapscope.jfr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RateLimitTest {

  private final RateLimit limit = new RateLimit();

  @Test
  void default_isAHundredASecond() {
    assertThat(limit.getValue()).isEqualTo("100/s");
  }

  @Test
  void off_admitsAll() {
    limit.setValue("off");

    assertThat(admitted(10_000)).isEqualTo(10_000);
  }

  @Test
  void zero_admitsNone() {
    limit.setValue("0/s");

    assertThat(admitted(10_000)).isZero();
  }

  @Test
  void windowOver_admitsAgain() {
    limit.setValue("1/us");

    assertThat(admitted(100_000)).isGreaterThan(10);
  }

  @Test
  void longWindow_admitsTheLimitInEach() {
    limit.setValue("5/d");

    assertThat(admitted(1000)).isBetween(5L, 10L);
  }

  @Test
  void combine_takesTheMostPermissive() {
    assertThat(limit.combine(Set.of("100/s", "7/h", "5999/m"))).isEqualTo("100/s");
    assertThat(limit.combine(Set.of("100/s", "6001/m"))).isEqualTo("6001/m");
    assertThat(limit.combine(Set.of("100/ms", "off"))).isEqualTo("off");
    assertThat(limit.combine(Set.of("0/s"))).isEqualTo("0/s");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "100", "-1/s", "1/y", "1 /s", "OFF", "9999999999/s"})
  void nonsense_isRefusedAndChangesNothing(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> limit.setValue(text))
        .withMessage("expected a throttle like 100/s, or off, found \"" + text + "\"");
    assertThat(limit.getValue()).isEqualTo("100/s");
  }

  private long admitted(int asked) {
    return IntStream.range(0, asked).filter(i -> limit.admit()).count();
  }
}
