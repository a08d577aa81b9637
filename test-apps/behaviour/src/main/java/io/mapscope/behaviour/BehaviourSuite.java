package io.mapscope.behaviour;

import com.google.common.collect.testing.TestsForMapsInJavaUtil;
import com.google.common.collect.testing.TestsForSetsInJavaUtil;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import junit.framework.Test;
import org.junit.runner.JUnitCore;

/**
 * Runs all suites and writes the sorted outcomes, a line per test, to the file in the first
 * argument.
 *
 * <p>Some tests fail on every JDK, because a suite asks for more than a class promises: outcomes
 * are there to be compared, so the exit code says nothing about them.
 */
public final class BehaviourSuite {
  /** Made one after the other, because hundreds of thousands of tests at once fill gigabytes. */
  private static final List<Supplier<Test>> SUITES =
      List.of(
          TestsForMapsInJavaUtil::suite,
          TestsForSetsInJavaUtil::suite,
          MoreMaps::suite,
          MoreSets::suite);

  private BehaviourSuite() {}

  /** Runs the suites. */
  public static void main(String[] args) throws IOException {
    final Outcomes outcomes = new Outcomes();
    final JUnitCore junit = new JUnitCore();
    junit.addListener(outcomes);
    SUITES.forEach(suite -> junit.run(suite.get()));
    Files.write(Path.of(args[0]), outcomes.sorted());
  }
}
