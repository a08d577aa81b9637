package io.mapscope.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** Where, when and how figures were taken; without it they mean nothing. */
record Environment(
    String date, String command, String cpu, int cores, String os, String jdk, String agent) {
  private static final Path CPU_INFO = Path.of("/proc/cpuinfo");

  static Environment of(Class<?> driver, String[] arguments, Path javaHome, Path agent)
      throws IOException {
    return new Environment(
        Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
        "java -cp benchmarks.jar " + driver.getName() + " " + withoutFolders(arguments),
        cpuModel(),
        Runtime.getRuntime().availableProcessors(),
        System.getProperty("os.name") + " " + System.getProperty("os.arch"),
        jdk(javaHome),
        agent.getFileName() + ", " + Files.size(agent) + " bytes");
  }

  /** JDK, processor and date in one line. */
  String headline() {
    return "JDK " + jdk + "; " + cpu + ", " + cores + " cores; " + date;
  }

  /** The folders of this machine say nothing to a reader. */
  private static String withoutFolders(String[] arguments) {
    final List<String> names = new ArrayList<>();
    for (final String argument : arguments) {
      final Path path = argument.contains("/") ? Path.of(argument).getFileName() : null;
      names.add(path == null ? argument : path.toString());
    }
    return String.join(" ", names);
  }

  private static String cpuModel() throws IOException {
    if (!Files.isReadable(CPU_INFO)) {
      return "unknown";
    }
    for (final String line : Files.readAllLines(CPU_INFO)) {
      if (line.startsWith("model name")) {
        return line.substring(line.indexOf(':') + 1).trim();
      }
    }
    return "unknown";
  }

  /** The feature version of a JDK, such as 17. */
  static int feature(Path home) throws IOException {
    final String version = jdk(home);
    return Integer.parseInt(version.substring(0, version.indexOf('.')));
  }

  /** Version and vendor from the file {@code release} that every JDK has. */
  private static String jdk(Path home) throws IOException {
    final Properties release = new Properties();
    try (var reader = Files.newBufferedReader(home.resolve("release"))) {
      release.load(reader);
    }
    final String version = release.getProperty("JAVA_RUNTIME_VERSION", "unknown version");
    final String vendor = release.getProperty("IMPLEMENTOR", "unknown vendor");
    return (version + ", " + vendor).replace("\"", "");
  }
}
