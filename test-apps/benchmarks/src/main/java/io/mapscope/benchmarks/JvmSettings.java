package io.mapscope.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the JVM of a service is started.
 *
 * @param agent its jar, with options behind a {@code =} if they are not the default; or null
 * @param scratch for files of the service and of its load
 * @param flags of the JVM, besides
 */
record JvmSettings(Path javaHome, @Nullable Object agent, Path scratch, List<String> flags) {
  private static final List<String> HEAP = List.of("-Xms512m", "-Xmx512m");

  /** Where the JVM's temporary files go; nothing else does. */
  Path temporary() {
    return scratch.resolve("tmp");
  }

  /** The command line that runs {@code program}, a main class or jar with its arguments. */
  List<String> command(String... program) {
    final List<String> rest = new ArrayList<>(HEAP);
    rest.add("-Djava.io.tmpdir=" + temporary());
    rest.addAll(flags);
    rest.addAll(List.of(program));
    return AgentCommand.of(javaHome, agent, rest.toArray(String[]::new));
  }
}
