package io.mapscope.jfr;

import io.mapscope.profile.OverlapExample;
import java.util.List;

/**
 * Overlap examples as one text that a person can read in a viewer.
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
}
