package io.mapscope.report.openrewrite;

import io.mapscope.profile.Finding;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is done about one finding: a recipe with its options, or nothing for a reason.
 *
 * @param finding the finding
 * @param recipe full name of the recipe, or null when the finding is left
 * @param options its options in order, texts and numbers
 * @param reason why the finding is left, empty when it is not
 */
record Mending(
    Finding finding, @Nullable String recipe, Map<String, Object> options, String reason) {

  private static final String PACKAGE = "io.mapscope.openrewrite.";

  /** {@code finding} is mended by the recipe of that simple name. */
  static Mending by(Finding finding, String recipe, Map<String, Object> options) {
    return new Mending(finding, PACKAGE + recipe, options, "");
  }

  /** {@code finding} is left. */
  static Mending left(Finding finding, String reason) {
    return new Mending(finding, null, Map.of(), reason);
  }
}
