package io.mapscope.jfr;

import io.mapscope.profile.OverlapExample;
import java.util.ArrayList;
import java.util.List;

/**
 * Overlap examples as one text that a person can read in a viewer, and back.
 *
 * <pre>
 * example
 *   thread
 *     java.util.HashMap.get
 *     com.acme.Sessions.find:40
 *   thread
 *     ...
 * </pre>
 */
final class OverlapText {

  private static final String EXAMPLE = "example";
  private static final String THREAD = "  thread";
  private static final String FRAME_INDENT = "    ";

  private OverlapText() {}

  static String join(List<OverlapExample> examples) {
    StringBuilder text = new StringBuilder();
    for (OverlapExample example : examples) {
      text.append(EXAMPLE).append('\n');
      for (List<String> stack : example.stacks()) {
        text.append(THREAD).append('\n');
        for (String frame : stack) {
          text.append(FRAME_INDENT).append(Lines.escape(frame)).append('\n');
        }
      }
    }
    return text.toString();
  }

  /**
   * The inverse of {@link #join}.
   *
   * @throws IllegalArgumentException when {@code text} is none that {@link #join} makes
   */
  static List<OverlapExample> split(String text) {
    List<List<List<String>>> examples = new ArrayList<>();
    for (String line : Lines.rawLines(text, '\n')) {
      if (line.equals(EXAMPLE)) {
        examples.add(new ArrayList<>());
      } else if (line.equals(THREAD)) {
        last(examples).add(new ArrayList<>());
      } else if (line.startsWith(FRAME_INDENT)) {
        last(last(examples)).add(Lines.unescape(line.substring(FRAME_INDENT.length())));
      } else {
        throw new IllegalArgumentException("overlap examples with an unknown line");
      }
    }
    return examples.stream().map(OverlapExample::new).toList();
  }

  private static <T> T last(List<T> list) {
    if (list.isEmpty()) {
      throw new IllegalArgumentException("overlap examples that begin in the middle");
    }
    return list.get(list.size() - 1);
  }
}
