package io.mapscope.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A directory for the files of one measurement, which goes with it. */
record Scratch(Path directory) implements AutoCloseable {
  static Scratch make(String name) throws IOException {
    return new Scratch(Files.createTempDirectory(name));
  }

  /** A directory in it. */
  Path sub(String name) throws IOException {
    return Files.createDirectory(directory.resolve(name));
  }

  @Override
  public void close() throws IOException {
    final List<Path> deepestFirst;
    try (Stream<Path> walked = Files.walk(directory)) {
      deepestFirst = walked.sorted(Comparator.reverseOrder()).toList();
    }
    for (final Path file : deepestFirst) {
      Files.deleteIfExists(file);
    }
  }
}
