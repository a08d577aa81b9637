package io.mapscope.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;

final class FlagsTest {
  private static final Set<String> KNOWN = Set.of("--port", "--url");

  @Test
  void parse_bothForms_areRead() throws UsageException {
    Flags flags = parse("--port", "80", "--url=http://a?b=c");

    assertThat(flags.number("--port", 0, 0, 100)).isEqualTo(80);
    assertThat(flags.text("--url")).isEqualTo("http://a?b=c");
  }

  @Test
  void parse_absentFlag_givesFallback() throws UsageException {
    assertThat(parse().number("--port", 7, 0, 100)).isEqualTo(7);
    assertThat(parse().text("--url")).isNull();
  }

  @Test
  void parse_mistakes_areNamed() {
    assertRefused("unknown argument \"--prot\"", "--prot", "80");
    assertRefused("--port lacks its value", "--port");
    assertRefused("--port is given twice", "--port", "1", "--port=2");
  }

  @Test
  void number_notOneInRange_isNamedWithTheRange() throws UsageException {
    Flags flags = parse("--port", "x", "--url", "101");

    assertThatThrownBy(() -> flags.number("--port", 0, 0, 100))
        .hasMessage("--port is \"x\", expected a whole number from 0 to 100");
    assertThatThrownBy(() -> flags.number("--url", 0, 0, 100))
        .hasMessage("--url is \"101\", expected a whole number from 0 to 100");
  }

  private static Flags parse(String... args) throws UsageException {
    return Flags.parse(args, KNOWN);
  }

  private static void assertRefused(String message, String... args) {
    assertThatThrownBy(() -> parse(args)).isInstanceOf(UsageException.class).hasMessage(message);
  }
}
