package io.mapscope.behaviour;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.runner.Description;
import org.junit.runner.notification.Failure;
import org.junit.runner.notification.RunListener;

/**
 * Notes how each test ended: its name, a tab, then {@code pass} or the class of what it threw.
 *
 * <p>Written by the one thread that runs the tests. Messages are left out: they hold identity
 * hashes, which differ from run to run.
 */
final class Outcomes extends RunListener {
  private final List<String> lines = new ArrayList<>();
  private @Nullable String thrown;

  @Override
  public void testStarted(Description test) {
    thrown = null;
  }

  @Override
  public void testFailure(Failure failure) {
    thrown = failure.getException().getClass().getName();
  }

  @Override
  public void testFinished(Description test) {
    lines.add(test.getDisplayName() + "\t" + (thrown == null ? "pass" : thrown));
  }

  /** All outcomes in the order of their names; tests of the same name are all there. */
  List<String> sorted() {
    final List<String> sorted = new ArrayList<>(lines);
    Collections.sort(sorted);
    return sorted;
  }
}
