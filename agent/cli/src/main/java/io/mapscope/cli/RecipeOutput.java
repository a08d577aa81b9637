package io.mapscope.cli;

import io.mapscope.profile.Report;
import io.mapscope.report.openrewrite.RecipeFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The file that {@code report --openrewrite} names, if it is given. */
final class RecipeOutput {

  private final @Nullable Path file;

  private RecipeOutput(@Nullable Path file) {
    this.file = file;
  }

  /**
   * Checks {@code file}, null when none is asked for, and adds what is wrong to {@code problems}.
   */
  static RecipeOutput to(@Nullable Path file, boolean comparison, List<String> problems) {
    if (file != null) {
      check(file, comparison, problems);
    }
    return new RecipeOutput(file);
  }

  private static void check(Path file, boolean comparison, List<String> problems) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    Path directory = file.toAbsolutePath().getParent();
    if (!name.endsWith(".yml") && !name.endsWith(".yaml")) {
      problems.add(file + ": expected a file that ends in .yml for --openrewrite");
    }
    if (directory == null || !Files.isDirectory(directory)) {
      problems.add(file + ": the directory " + directory + " does not exist");
    }
    if (comparison) {
      problems.add("--openrewrite mends the findings of a report, not of a comparison");
    }
  }

  /** Writes the recipe for {@code report} and says on {@code out} how much it is for. */
  void write(Report report, PrintWriter out, List<String> problems) {
    if (file == null) {
      return;
    }
    RecipeFile recipe = new RecipeFile(report);
    try {
      recipe.write(file);
      out.println(
          file + ": " + recipe.mended() + " findings to mend, " + recipe.left() + " left to you");
    } catch (IOException e) {
      problems.add(file + ": could not be written, " + e);
    }
  }
}
