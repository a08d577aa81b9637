package io.mapscope.corpus.snippets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The sources that findings quote: each has a region to show and a test of what it does. */
final class SnippetFilesTest {
  private static final String FOLDER = "java/io/mapscope/corpus/snippets";

  @Test
  void snippets_haveOneRegionEach() throws IOException {
    assertThat(snippets()).isNotEmpty().allSatisfy(SnippetFilesTest::assertOneRegion);
  }

  private static void assertOneRegion(Path file) throws IOException {
    final List<String> lines = Files.readAllLines(file).stream().map(String::strip).toList();
    assertThat(lines.stream().filter("// snippet"::equals)).hasSize(1);
    assertThat(lines.stream().filter("// end of snippet"::equals)).hasSize(1);
    assertThat(lines.indexOf("// snippet")).isLessThan(lines.indexOf("// end of snippet") - 1);
  }

  @Test
  void snippets_areUsedByATest() throws IOException {
    final StringBuilder tests = new StringBuilder();
    for (final Path file : sources(Path.of("src/test", FOLDER))) {
      tests.append(Files.readString(file));
    }
    assertThat(snippets())
        .extracting(file -> file.getFileName().toString().replace(".java", ""))
        .allSatisfy(name -> assertThat(tests).containsPattern("\\b" + name + "\\b"));
  }

  private static List<Path> snippets() throws IOException {
    return sources(Path.of("src/main", FOLDER));
  }

  private static List<Path> sources(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> !file.endsWith("package-info.java")).sorted().toList();
    }
  }
}
