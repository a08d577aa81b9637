package io.mapscope.openrewrite;

import org.openrewrite.Column;
import org.openrewrite.DataTable;
import org.openrewrite.Recipe;

/** What a recipe was asked to mend and has left as it is, with the reason; a data table. */
public final class Left extends DataTable<Left.Row> {

  /** The table of {@code recipe}. */
  Left(Recipe recipe) {
    super(recipe, "Left as it is", "What could not be mended without a look by somebody, and why.");
  }

  /**
   * One thing that was left.
   *
   * @param sourcePath the file
   * @param what the field, or the method
   * @param reason why
   */
  public record Row(
      @Column(displayName = "Source file", description = "The file that was left as it is.")
          String sourcePath,
      @Column(displayName = "What", description = "The field or the method.") String what,
      @Column(displayName = "Reason", description = "Why it was left.") String reason) {}
}
