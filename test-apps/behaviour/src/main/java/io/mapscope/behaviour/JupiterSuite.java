package io.mapscope.behaviour;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.platform.engine.discovery.ClassNameFilter.includeClassNamePatterns;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClasspathRoots;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.discovery.ClassNameFilter;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Runs the JUnit 5 test classes of the jar that holds the class named by the second argument, and
 * writes the sorted outcomes, a line per test, to the file in the first. Further arguments are
 * patterns of the names of classes to leave out.
 *
 * <p>Classes that use Mockito are left out, too: it rewrites classes while the suite runs, which
 * multiplies the time that all others take.
 *
 * <p>As in {@link BehaviourSuite} the exit code says nothing about the outcomes. The JVM is ended,
 * because tests may leave threads behind.
 */
public final class JupiterSuite {
  /** Top-level classes whose name says that they are to be run, as build tools have it. */
  private static final String TEST_CLASSES = "^[^$]*Test$";

  /** How a class file names the package of mocks. */
  private static final String MOCKS = "org/mockito/";

  private JupiterSuite() {}

  /** Runs the jar's tests. */
  public static void main(String[] args)
      throws IOException, ClassNotFoundException, URISyntaxException {
    final Class<?> one = Class.forName(args[1]);
    final Path jar = Path.of(one.getProtectionDomain().getCodeSource().getLocation().toURI());
    final List<String> leftOut = Arrays.asList(args).subList(2, args.length);
    final ClassNameFilter others =
        name ->
            FilterResult.includedIf(leftOut.stream().noneMatch(name::matches) && !mocks(one, name));
    final LauncherDiscoveryRequest tests =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(selectClasspathRoots(Set.of(jar)))
            .filters(includeClassNamePatterns(TEST_CLASSES), others)
            .build();
    final JupiterOutcomes outcomes = new JupiterOutcomes();
    LauncherFactory.create().execute(tests, outcomes);
    Files.write(Path.of(args[0]), outcomes.sorted());
    System.exit(0);
  }

  private static boolean mocks(Class<?> neighbour, String className) {
    final String file = '/' + className.replace('.', '/') + ".class";
    try (InputStream content = neighbour.getResourceAsStream(file)) {
      return new String(Objects.requireNonNull(content, file).readAllBytes(), ISO_8859_1)
          .contains(MOCKS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
