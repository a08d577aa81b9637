package io.mapscope.stress;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapscope.harness.ChildJvm;
import io.mapscope.harness.ChildResult;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The short form of all races; the long one is a command of its own. */
class StressIT {
  private static final Duration TIMEOUT = Duration.ofMinutes(8);

  /** Each of the tests runs in one JVM or more. */
  private static final Pattern ALL_PASSED =
      Pattern.compile(
          "\\(Results: ([0-9]+) planned; \\1 passed, 0 failed, 0 soft errs, 0 hard errs\\)");

  private static final int TESTS = 8;

  @TempDir Path directory;

  @Test
  void races_shortForm_haveNoForbiddenOutcome() throws Exception {
    final ChildResult result =
        ChildJvm.builder(directory, Stress.class.getName())
            .classPath(System.getProperty("stress.jar"))
            .args("short")
            .timeout(TIMEOUT)
            .run();
    result.assertExit(0);
    final Matcher passed = ALL_PASSED.matcher(result.stdout());
    assertThat(passed.find()).as(result.stdout()).isTrue();
    assertThat(Integer.parseInt(passed.group(1))).isGreaterThanOrEqualTo(TESTS);
  }
}
