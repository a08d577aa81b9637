package io.mapscope.behaviour;

import io.mapscope.harness.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * The JSR-166 TCK: the tests that came with {@code java.util.concurrent}, from OpenJDK 17's source.
 */
final class Tck {
  /** The class whose {@code suite()} is all of it. */
  static final String ALL = "JSR166TestCase";

  /** Kept for the second JDK: to compile the tests takes longer than to run them. */
  private static final Path CLASSES = Path.of("target", "jsr166-tck").toAbsolutePath();

  /** What OpenJDK itself runs it with, to look into the classes under test. */
  private static final List<String> FLAGS =
      List.of(
          "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
          "--add-opens=java.base/java.lang=ALL-UNNAMED",
          "-Djsr166.testImplementationDetails=true");

  private Tck() {}

  static String[] flags() {
    return FLAGS.toArray(new String[0]);
  }

  /**
   * The class path of the compiled tests.
   *
   * @throws Tool.Missing when they cannot be had on this machine
   */
  static String classPath() throws IOException, InterruptedException {
    if (!Files.exists(CLASSES)) {
      final Path sources = Tool.installedBy("install-jsr166-tck");
      final Path compiled = Files.createTempDirectory(CLASSES.getParent(), "jsr166-tck");
      compile(sources, compiled);
      Files.move(compiled, CLASSES);
    }
    return CLASSES.toString();
  }

  private static void compile(Path sources, Path classes) throws IOException {
    final List<String> arguments = new ArrayList<>(List.of("-nowarn", "-proc:none", "-d"));
    arguments.add(classes.toString());
    try (Stream<Path> files = Files.list(sources)) {
      files.map(Path::toString).filter(name -> name.endsWith(".java")).forEach(arguments::add);
    }
    final int status =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, arguments.toArray(new String[0]));
    if (status != 0) {
      throw new AssertionError("the TCK in " + sources + " does not compile");
    }
  }
}
