package io.mapscope.behaviour;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/**
 * Notes how each test of JUnit 5 ended, as {@link Outcomes} does for JUnit 4: its id, a tab, then
 * {@code pass}, {@code aborted} or the class of what it threw.
 *
 * <p>Written by the one thread that runs the tests. A class that fails before its tests has a line
 * of its own; what is skipped has none.
 */
final class JupiterOutcomes implements TestExecutionListener {
  private final List<String> lines = new ArrayList<>();

  @Override
  public void executionFinished(TestIdentifier test, TestExecutionResult result) {
    if (test.isTest() || result.getStatus() == TestExecutionResult.Status.FAILED) {
      lines.add(test.getUniqueId() + "\t" + outcome(result));
    }
  }

  private static String outcome(TestExecutionResult result) {
    return switch (result.getStatus()) {
      case SUCCESSFUL -> "pass";
      case ABORTED -> "aborted";
      case FAILED -> result.getThrowable().map(thrown -> thrown.getClass().getName()).orElse("?");
    };
  }

  /** All outcomes in the order of their ids. */
  List<String> sorted() {
    final List<String> sorted = new ArrayList<>(lines);
    Collections.sort(sorted);
    return sorted;
  }
}
