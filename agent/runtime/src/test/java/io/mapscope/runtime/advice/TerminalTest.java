package io.mapscope.runtime.advice;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapscope.report.Style;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TerminalTest {
  private static final Map<String, String> XTERM = Map.of("TERM", "xterm", "COLUMNS", "132");

  @ParameterizedTest
  @CsvSource({
    "/dev/pts/3, true",
    "/dev/tty1, true",
    "/dev/ttyS0, true",
    "/dev/console, true",
    "pipe:[4711], false",
    "socket:[4711], false",
    "/dev/null, false",
    "/var/log/tty1, false",
    "/dev/pts/3 (deleted), false",
    "'', false",
  })
  void descriptor_isATerminalByWhatItPointsTo(String target, boolean terminal) {
    assertThat(Terminal.isTerminal(target)).isEqualTo(terminal);
  }

  @Test
  void terminal_hasColoursAndItsOwnWidth() {
    assertThat(Terminal.of(XTERM, true)).isEqualTo(new Terminal(Style.ANSI, 132));
  }

  @Test
  void noTerminal_hasNeither() {
    assertThat(Terminal.of(XTERM, false)).isEqualTo(new Terminal(Style.PLAIN, 100));
  }

  @Test
  void noColor_isHonouredUnlessEmpty() {
    assertThat(Terminal.of(Map.of("TERM", "xterm", "NO_COLOR", "1"), true).style())
        .isEqualTo(Style.PLAIN);
    assertThat(Terminal.of(Map.of("TERM", "xterm", "NO_COLOR", ""), true).style())
        .isEqualTo(Style.ANSI);
  }

  @Test
  void dumbTerminal_hasNoColours() {
    assertThat(Terminal.of(Map.of("TERM", "dumb"), true).style()).isEqualTo(Style.PLAIN);
    assertThat(Terminal.of(Map.of(), true).style()).isEqualTo(Style.PLAIN);
  }

  @ParameterizedTest
  @CsvSource({"80, 80", "9999, 160", "0, 100", "-5, 100", "wide, 100", "12345, 100", "'', 100"})
  void columns_areTakenWhenTheyMakeSense(String given, int columns) {
    assertThat(Terminal.of(Map.of("COLUMNS", given), true).columns()).isEqualTo(columns);
  }
}
