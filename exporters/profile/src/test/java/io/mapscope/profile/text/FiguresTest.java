package io.mapscope.profile.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "999, 999",
    "9999, 9999",
    "10000, 10.0 K",
    "99949, 99.9 K",
    "99950, 100 K",
    "999499, 999 K",
    "999500, 1.00 M",
    "1203441, 1.20 M",
    "9223372036854775807, 9.22 E",
  })
  void count_hasThreeDigitsAndAUnit(long count, String text) {
    assertThat(Figures.count(count)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "0.04, <0.1",
    "0.1, 0.1",
    "3.44, 3.4",
    "10, 10",
    "340.4, 340",
    "9999, 9999",
    "40354.7, 40.4 K"
  })
  void rate_isShort(double perSecond, String text) {
    assertThat(Figures.rate(perSecond)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"0, 0 %", "0.0001, <1 %", "0.01, 1 %", "0.57, 57 %", "0.9999, >99 %", "1, 100 %"})
  void percent_isNeverAFalseZeroOrHundred(double ratio, String text) {
    assertThat(Figures.percent(ratio)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0.0 s",
    "30.125, 30.1 s",
    "59.7, 1 min 0 s",
    "725, 12 min 5 s",
    "10955, 3 h 2 min"
  })
  void duration_isReadable(double seconds, String text) {
    assertThat(Figures.duration(seconds)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0 ns",
    "999, 999 ns",
    "1000, 1.00 us",
    "12400, 12.4 us",
    "999600, 1.00 ms",
    "3200000, 3.20 ms",
    "2310000000, 2.31 s",
    "59999000000, 60.0 s",
    "725000000000, 12 min 5 s",
    "9223372036854775807, 2562047 h 47 min",
  })
  void nanos_haveThreeDigitsAndAUnit(long nanos, String text) {
    assertThat(Figures.nanos(nanos)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"0, 0 B", "999, 999 B", "1000, 1.00 KB", "2100000, 2.10 MB"})
  void bytes_haveThreeDigitsAndAUnit(long bytes, String text) {
    assertThat(Figures.bytes(bytes)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"0, 0 maps", "1, 1 map", "20000, 20.0 K maps"})
  void counted_agreesWithItsNoun(long count, String text) {
    assertThat(Figures.counted(count, "map")).isEqualTo(text);
  }
}
