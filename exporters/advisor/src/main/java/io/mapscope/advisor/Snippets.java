package io.mapscope.advisor;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The code shown with findings: the part between two comment lines of classes that are compiled and
 * tested in {@code test-apps/corpus} and whose sources the build copies beside the advisor.
 */
public final class Snippets {

  private static final String FOLDER = "/io/mapscope/corpus/snippets/";
  private static final String BEGIN = "// snippet";
  private static final String END = "// end of snippet";

  private Snippets() {}

  /**
   * The text of the snippet in class {@code name}, without the class around it.
   *
   * @throws IllegalArgumentException when there is no such class, or no snippet marked in it
   */
  public static String text(String name) {
    List<String> lines = source(name).lines().toList();
    int begin = lineOf(BEGIN, lines, name);
    int end = lineOf(END, lines, name);
    // A blank last line would count as one without indentation.
    return String.join("\n", lines.subList(begin + 1, end)).stripTrailing().stripIndent().strip();
  }

  private static int lineOf(String marker, List<String> lines, String name) {
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).strip().equals(marker)) {
        return i;
      }
    }
    throw new IllegalArgumentException("the snippet " + name + " has no line '" + marker + "'");
  }

  private static String source(String name) {
    try (InputStream in = Snippets.class.getResourceAsStream(FOLDER + name + ".java")) {
      if (in == null) {
        throw new IllegalArgumentException("there is no snippet " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
