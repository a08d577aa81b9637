package io.mapscope.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * What a driver leaves: one JSON file and, where ratios were measured, a plot of them.
 *
 * @param schema version of this layout
 * @param <T> what was measured
 */
record ResultsFile<T>(int schema, Environment environment, int rounds, List<T> results) {
  private static final int SCHEMA = 1;

  static <T> ResultsFile<T> of(Environment environment, int rounds, List<T> results) {
    return new ResultsFile<>(SCHEMA, environment, rounds, List.copyOf(results));
  }

  /** Written beside and moved, so that there is never half a file. */
  void write(Path file) throws IOException {
    final Path target = file.toAbsolutePath();
    final Path temporary = target.resolveSibling(target.getFileName() + ".tmp");
    final ObjectMapper mapper = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    Files.writeString(temporary, mapper.writeValueAsString(this) + "\n");
    Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
    Plots.drawBeside(target, mapper.valueToTree(this));
  }
}
