package io.mapscope.behaviour;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.runner.JUnitCore;

/**
 * Runs the JUnit 3 and 4 test classes named by the arguments after the first, and writes the sorted
 * outcomes, a line per test, to the file in the first.
 *
 * <p>As in {@link BehaviourSuite} the exit code says nothing about the outcomes. The JVM is ended,
 * because a test that fails may leave a thread behind which would never let it.
 */
public final class JUnit4Suite {
  private JUnit4Suite() {}

  /** Runs the classes. */
  public static void main(String[] args) throws IOException, ClassNotFoundException {
    final Outcomes outcomes = new Outcomes();
    final JUnitCore junit = new JUnitCore();
    junit.addListener(outcomes);
    for (final String name : Arrays.asList(args).subList(1, args.length)) {
      junit.run(Class.forName(name));
    }
    Files.write(Path.of(args[0]), outcomes.sorted());
    System.exit(0);
  }
}
