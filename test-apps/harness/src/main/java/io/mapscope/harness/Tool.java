package io.mapscope.harness;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * A program of others that tests need, installed by a script in {@code test-apps/tools}, which
 * keeps it outside of the repository and prints where.
 */
public final class Tool {
  private static final long MOST_MINUTES = 20;

  private Tool() {}

  /**
   * What the script prints last: a program or a directory.
   *
   * @throws Missing when the script fails; under {@code CI=true} an AssertionError
   */
  public static Path installedBy(String script) throws IOException, InterruptedException {
    final Path file = scripts().resolve(script);
    final Path log = Files.createTempFile(script, ".log");
    final Process process =
        new ProcessBuilder(file.toString())
            .redirectError(log.toFile())
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
            .start();
    final String printed =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    if (!process.waitFor(MOST_MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
      throw missing(script + " failed:\n" + Files.readString(log));
    }
    Files.delete(log);
    return Path.of(printed.substring(printed.lastIndexOf('\n') + 1));
  }

  private static Path scripts() {
    return Path.of(System.getProperty("e2e.tools", "test-apps/tools"));
  }

  private static Missing missing(String problem) {
    System.err.println("### NOT RUN, a part is missing: " + problem);
    if ("true".equals(System.getenv("CI"))) {
      throw new AssertionError(problem);
    }
    return new Missing(problem);
  }

  /** A tool cannot be had on this machine; what needs it is to be skipped, which has been said. */
  public static final class Missing extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Missing(String problem) {
      super(problem);
    }
  }
}
