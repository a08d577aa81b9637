package io.mapscope.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The npm packages that tests need, put in a cache outside of the repository by {@code
 * tools/node-modules}. Where they cannot be had a test fails in CI and is left out, with the
 * reason, elsewhere.
 */
public final class NodeTools {

  private static final Path MODULE = Path.of("").toAbsolutePath();
  private static final long LIMIT_SECONDS = 300;

  private NodeTools() {}

  /** What a command printed on both streams, and how it ended. */
  public record Outcome(int status, String output) {}

  /** The directory {@code node_modules} of the tests' packages. */
  public static Path modules() throws IOException, InterruptedException {
    String script = MODULE.resolve("tools/node-modules").toString();
    Outcome outcome = run(List.of(script, MODULE.resolve("src/test/page").toString()), Map.of());
    if (outcome.status() != 0) {
      missing("the npm packages of src/test/page: " + outcome.output());
    }
    return Path.of(outcome.output().lines().reduce("", (before, last) -> last));
  }

  /** The browser that Debian and others install as chromium. */
  public static Path chromium() {
    for (String directory : System.getenv("PATH").split(java.io.File.pathSeparator, -1)) {
      for (String name : List.of("chromium", "chromium-browser", "google-chrome")) {
        Path program = Path.of(directory, name);
        if (Files.isExecutable(program)) {
          return program;
        }
      }
    }
    missing("a Chromium on the PATH (Debian: apt-get install chromium)");
    throw new AssertionError("not reached");
  }

  private static void missing(String what) {
    String problem = "NOT RUN, missing: " + what;
    assertThat(System.getenv("CI")).as(problem).isNotEqualTo("true");
    abort(problem);
  }

  /** Runs a command to its end. */
  public static Outcome run(List<String> command, Map<String, String> environment)
      throws IOException, InterruptedException {
    Path output = Files.createTempFile("mapscope-tool", ".txt");
    try {
      ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(command));
      builder.environment().putAll(environment);
      Process process = builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
      if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError(command + " did not end: " + Files.readString(output));
      }
      return new Outcome(process.exitValue(), Files.readString(output));
    } finally {
      Files.deleteIfExists(output);
    }
  }
}
