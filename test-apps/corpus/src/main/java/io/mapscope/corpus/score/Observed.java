package io.mapscope.corpus.score;

import org.jspecify.annotations.Nullable;

/**
 * A finding as the report tells it, with the map it is about.
 *
 * @param rule id of the rule
 * @param severity {@code info}, {@code warning} or {@code error}
 * @param title the finding's title
 * @param field full name of the field that holds the map, or null
 * @param maker full name of the method that makes the map, with {@code ()} behind
 */
record Observed(String rule, String severity, String title, @Nullable String field, String maker) {
  private static final String INFO = "info";

  /** Whether the finding is more than information; anything unknown is. */
  boolean alarming() {
    return !severity.equals(INFO);
  }

  /** Whether it is about the map that a label names. */
  boolean isAbout(String map) {
    return map.equals(field) || map.equals(maker);
  }

  /** For people. */
  String text() {
    return severity + " " + rule + " on " + (field == null ? maker : field) + ": " + title;
  }
}
