package io.mapscope.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The command line of a driver: {@code --name value} pairs and flags, each known, none twice.
 *
 * <p>Values are checked when they are asked for, before anything is measured.
 */
final class Arguments {
  private final Map<String, String> values;
  private final String usage;

  private Arguments(Map<String, String> values, String usage) {
    this.values = values;
    this.usage = usage;
  }

  /** What a driver does with the command line that it was given. */
  interface Work {
    void run() throws IOException, InterruptedException, UsageException;
  }

  /**
   * Runs {@code work}; a user's mistake is told in {@code driver}'s name and ends with status 2.
   */
  static void exitOnMistake(String driver, Work work) throws IOException, InterruptedException {
    try {
      work.run();
    } catch (UsageException e) {
      System.err.println(driver + ": " + e.getMessage());
      System.exit(2);
    }
  }

  static Arguments parse(String[] given, List<String> options, List<String> flags, String usage)
      throws UsageException {
    final Map<String, String> values = new HashMap<>();
    for (int i = 0; i < given.length; i++) {
      final String name = given[i];
      final boolean flag = flags.contains(name);
      if (!flag && !options.contains(name)) {
        throw new UsageException("unknown argument '" + name + "'; usage: " + usage);
      }
      if (!flag && i + 1 == given.length) {
        throw new UsageException(name + " has no value; usage: " + usage);
      }
      if (values.put(name, flag ? "" : given[++i]) != null) {
        throw new UsageException(name + " is given twice; usage: " + usage);
      }
    }
    return new Arguments(values, usage);
  }

  boolean has(String flag) {
    return values.containsKey(flag);
  }

  @Nullable String text(String name) {
    return values.get(name);
  }

  /** A whole number that is at least 1. */
  int count(String name, int otherwise) throws UsageException {
    final String text = values.get(name);
    return text == null ? otherwise : count(name, text);
  }

  /** Such numbers, separated by commas. */
  List<Integer> counts(String name, String otherwise) throws UsageException {
    final List<Integer> counts = new ArrayList<>();
    for (final String text : values.getOrDefault(name, otherwise).split(",", -1)) {
      counts.add(count(name, text));
    }
    return counts;
  }

  private static int count(String name, String text) throws UsageException {
    try {
      final int number = Integer.parseInt(text);
      if (number >= 1) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Told below, in the same words as a number that is too small.
    }
    throw new UsageException(name + " is '" + text + "', expected a whole number from 1");
  }

  /** The agent's jar. */
  Path agent() throws UsageException {
    return jar("--agent", "the agent's jar");
  }

  /** What stands behind {@code -javaagent:}: the agent's jar and the options that were given. */
  String set(Path agent) {
    final String options = values.get("--options");
    return options == null ? agent.toString() : agent + "=" + options;
  }

  /**
   * A jar that is there.
   *
   * @param what it is, for the message
   */
  Path jar(String name, String what) throws UsageException {
    final Path jar = path(name);
    if (jar == null) {
      throw new UsageException(name + " is missing, expected " + what + "; usage: " + usage);
    }
    if (!Files.isRegularFile(jar)) {
      throw new UsageException(name + " is '" + jar + "', expected " + what + ": no such file");
    }
    return jar.toAbsolutePath();
  }

  /**
   * A directory with jars in it.
   *
   * @param what they are, for the message
   */
  Path jars(String name, String what) throws UsageException {
    final Path directory = path(name);
    if (directory == null) {
      throw new UsageException(name + " is missing, expected " + what + "; usage: " + usage);
    }
    final String[] jars = directory.toFile().list((folder, file) -> file.endsWith(".jar"));
    if (jars == null || jars.length == 0) {
      throw new UsageException(
          name + " is '" + directory + "', expected " + what + ": no jar there");
    }
    return directory.toAbsolutePath();
  }

  /** The home of the JDK to measure on; the driver's own by default. */
  Path javaHome() throws UsageException {
    final Path given = path("--java");
    final Path home = given == null ? Path.of(System.getProperty("java.home")) : given;
    if (!Files.isExecutable(home.resolve("bin").resolve("java"))) {
      throw new UsageException(
          "--java is '" + home + "', expected a JDK's home: no bin/java there");
    }
    return home.toAbsolutePath();
  }

  /** The results file; null when only the table is wanted. */
  @Nullable Path out() throws UsageException {
    final Path file = path("--out");
    if (file != null && !Files.isDirectory(folderOf(file))) {
      throw new UsageException("--out is '" + file + "', expected a file in an existing folder");
    }
    return file;
  }

  private static Path folderOf(Path file) {
    final Path folder = file.toAbsolutePath().getParent();
    return folder == null ? file : folder;
  }

  private @Nullable Path path(String name) throws UsageException {
    final String text = values.get(name);
    try {
      return text == null ? null : Path.of(text);
    } catch (InvalidPathException e) {
      throw new UsageException(name + " is '" + text + "', expected a path");
    }
  }
}
