package io.mapscope.jfr;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All texts of an event in one text of at least {@value #LEAST_CHARS} characters, and back: {@code
 * mapClass=java.util.HashMap <tab> siteMethod=load <tab>}, filled up with spaces.
 *
 * <p>Why: JFR keeps repeated texts in a pool that belongs to a chunk. The JDK 17 forgets to empty
 * its side of the pool for a thread that writes its first event, and the event then refers to a
 * text that its chunk does not have and is read as null. Seen in 199 of 200 recordings that
 * followed one another, each written by a new thread; a shutdown hook is such a thread. Texts of
 * 128 characters and more are never pooled there, and later JDKs pool correctly.
 */
final class Texts {

  /**
   * {@code jdk.jfr.internal.StringPool.MAX_LIMIT} of the JDK 17: from here on nothing is pooled.
   */
  private static final int LEAST_CHARS = 128;

  private final StringBuilder joined = new StringBuilder();

  /** Adds a text under a name without {@code =}; null leaves no trace. */
  Texts add(String name, @Nullable String value) {
    if (value != null) {
      joined.append(Lines.join(List.of(name + "=" + value), '\t'));
    }
    return this;
  }

  String join() {
    return fill(joined.toString());
  }

  /** {@code text} with as many spaces behind it as keep it out of the pool. */
  static String fill(String text) {
    return text + " ".repeat(Math.max(0, LEAST_CHARS - text.length()));
  }

  /**
   * The inverse of {@link #join}: texts by name.
   *
   * @throws IllegalArgumentException when {@code joined} is none that {@link #join} makes
   */
  static Map<String, String> split(String joined) {
    Map<String, String> texts = new HashMap<>();
    String filled = joined.substring(0, joined.lastIndexOf('\t') + 1);
    for (String text : Lines.split(filled, '\t')) {
      int equals = text.indexOf('=');
      if (equals < 0) {
        throw new IllegalArgumentException("a text without a name");
      }
      texts.put(text.substring(0, equals), text.substring(equals + 1));
    }
    return texts;
  }
}
