package io.mapscope.behaviour;

import static org.junit.platform.engine.discovery.ClassNameFilter.includeClassNamePatterns;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClasspathRoots;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Runs all JUnit 5 test classes of the jar that holds the class named by the second argument, and
 * writes the sorted outcomes, a line per test, to the file in the first.
 *
 * <p>As in {@link BehaviourSuite} the exit code says nothing about the outcomes.
 */
public final class JupiterSuite {
  /** Top-level classes whose name says that they are to be run, as build tools have it. */
  private static final String TEST_CLASSES = "^[^$]*Test$";

  private JupiterSuite() {}

  /** Runs the jar's tests. */
  public static void main(String[] args)
      throws IOException, ClassNotFoundException, URISyntaxException {
    final Class<?> one = Class.forName(args[1]);
    final Path jar = Path.of(one.getProtectionDomain().getCodeSource().getLocation().toURI());
    final LauncherDiscoveryRequest tests =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(selectClasspathRoots(Set.of(jar)))
            .filters(includeClassNamePatterns(TEST_CLASSES))
            .build();
    final JupiterOutcomes outcomes = new JupiterOutcomes();
    LauncherFactory.create().execute(tests, outcomes);
    Files.write(Path.of(args[0]), outcomes.sorted());
  }
}
