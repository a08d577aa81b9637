package io.mapscope.cli.jvm;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the agent answered.
 *
 * @param word how it went, of the closed set that the agent's side keeps
 * @param lines for people
 */
public record Reply(String word, List<String> lines) {
  static final String NAME = "io.mapscope.reply";

  /** Parses what is found under {@link #NAME}; null when it answers another ticket. */
  static @Nullable Reply parse(@Nullable String text, String ticket) {
    List<String> lines = text == null ? List.of() : text.lines().toList();
    if (lines.size() < 2 || !Objects.equals(lines.get(0), ticket)) {
      return null;
    }
    return new Reply(lines.get(1), lines.subList(2, lines.size()));
  }

  public boolean is(String expected) {
    return word.equals(expected);
  }
}
