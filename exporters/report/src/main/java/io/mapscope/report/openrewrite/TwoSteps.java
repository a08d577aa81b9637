package io.mapscope.report.openrewrite;

import io.mapscope.profile.Finding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The method in which a finding saw a look-up and its write, read from its two stacks. */
final class TwoSteps {

  private TwoSteps() {}

  /** The method of {@code owner} that both stacks end in, or null when there is no such one. */
  static @Nullable String method(Finding finding, String owner) {
    String lookUp = innermost(finding.evidence().get("lookUp"), owner);
    String write = innermost(finding.evidence().get("write"), owner);
    return lookUp != null && lookUp.equals(write) && isPlainMethod(lookUp) ? lookUp : null;
  }

  /** Whether {@code method} is one that its source declares by that name. */
  static boolean isPlainMethod(String method) {
    return !method.isEmpty() && method.indexOf('$') < 0 && method.indexOf('<') < 0;
  }

  /** The method of the first frame outside of the JDK, if it is one of {@code owner}. */
  private static @Nullable String innermost(@Nullable Object stack, String owner) {
    if (!(stack instanceof List<?> frames)) {
      return null;
    }
    for (Object frame : frames) {
      String text = String.valueOf(frame);
      if (!text.startsWith("java.") && !text.startsWith("thread ")) {
        String place = text.replaceFirst(":\\d+$", "");
        int dot = place.lastIndexOf('.');
        return dot > 0 && place.substring(0, dot).equals(owner) ? place.substring(dot + 1) : null;
      }
    }
    return null;
  }
}
