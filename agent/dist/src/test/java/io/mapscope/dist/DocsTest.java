package io.mapscope.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the pages in {@code docs/} refer to exists. */
final class DocsTest {
  private static final Path ROOT = Path.of("..", "..");
  private static final Path DOCS = ROOT.resolve("docs");
  private static final Pattern TEST = Pattern.compile("`([a-z][A-Za-z0-9]*_[A-Za-z0-9_]+)`");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(#[^)]*)?\\)");

  @Test
  void safety_everyTestNamed_exists() throws Exception {
    List<String> named = all(TEST, Files.readString(DOCS.resolve("safety.md")));
    String tests = tests();

    assertThat(named).hasSizeGreaterThan(20);
    assertThat(named).allSatisfy(name -> assertThat(tests).contains("void " + name + "("));
  }

  @Test
  void links_betweenPages_leadToFiles() throws Exception {
    List<Path> pages = new ArrayList<>(List.of(ROOT.resolve("README.md")));
    try (Stream<Path> docs = Files.list(DOCS)) {
      pages.addAll(docs.filter(page -> page.toString().endsWith(".md")).toList());
    }

    for (Path page : pages) {
      assertThat(all(LINK, Files.readString(page)))
          .as("links of %s", page)
          .allSatisfy(link -> assertThat(page.resolveSibling(link)).exists());
    }
  }

  private static List<String> all(Pattern pattern, String text) {
    List<String> found = new ArrayList<>();
    for (Matcher matcher = pattern.matcher(text); matcher.find(); ) {
      found.add(matcher.group(1));
    }
    return found;
  }

  private static String tests() throws IOException {
    StringBuilder all = new StringBuilder();
    for (String room : List.of("instrumentation", "exporters", "agent", "test-apps")) {
      try (Stream<Path> files = Files.walk(ROOT.resolve(room))) {
        for (Path file : files.filter(DocsTest::isTest).toList()) {
          all.append(Files.readString(file));
        }
      }
    }
    return all.toString();
  }

  private static boolean isTest(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith("Test.java") || name.endsWith("IT.java");
  }
}
