package io.mapscope.benchmarks;

import io.mapscope.benchmarks.scaling.Questions;
import io.mapscope.benchmarks.scaling.Sizes;
import io.mapscope.benchmarks.scaling.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Answers what happens at 128 cores, 10,000 threads, 1,000,000 live maps, 10,000 sites and with
 * 1,000 JVMs into one Collector: measured where this machine can, simulated and computed where it
 * cannot. Every table says which.
 */
public final class Scaling {
  private static final String USAGE =
      "java -cp benchmarks.jar "
          + Scaling.class.getName()
          + " --agent JAR [--java JDK-HOME] [--only cores|threads|maps|sites|fleet]"
          + " [--sites N,N...] [--threads N,N...] [--maps N,N...] [--cores N,N...] [--jvms N,N...]"
          + " [--seconds N] [--out FILE]";
  private static final List<String> OPTIONS =
      List.of(
          "--agent",
          "--java",
          "--only",
          "--sites",
          "--threads",
          "--maps",
          "--cores",
          "--jvms",
          "--seconds",
          "--out");
  private static final int SECONDS = 10;

  private Scaling() {}

  /** Exits with 0 when all was answered, with 2 on a user's mistake. */
  public static void main(String[] given) throws IOException, InterruptedException {
    Arguments.exitOnMistake("scaling", () -> run(given));
  }

  private static void run(String[] given) throws IOException, InterruptedException, UsageException {
    final Arguments arguments = Arguments.parse(given, OPTIONS, List.of(), USAGE);
    final Path agent = arguments.agent();
    final Path javaHome = arguments.javaHome();
    final @Nullable Path out = arguments.out();
    final Sizes sizes =
        new Sizes(
            arguments.counts("--sites", "10,100,1000,10000"),
            arguments.counts("--threads", "1,10,100,1000,10000"),
            arguments.counts("--maps", "1,100,10000,50000,1000000"),
            arguments.counts("--cores", "1,2,8,32,64,128"),
            arguments.counts("--jvms", "1,4"),
            arguments.count("--seconds", SECONDS));
    final List<String> questions = questions(arguments.text("--only"));
    final Environment environment = Environment.of(Scaling.class, given, javaHome, agent);
    System.out.println(environment.headline());
    final List<Table> tables = new ArrayList<>();
    try (Scratch scratch = Scratch.make("scaling")) {
      Questions.prepare(scratch.directory(), sizes);
      for (final String question : questions) {
        final List<Table> answers =
            Questions.ask(question, javaHome, agent, scratch.directory(), feature(javaHome), sizes);
        answers.forEach(table -> table.print(System.out));
        tables.addAll(answers);
      }
    }
    if (out != null) {
      ResultsFile.of(environment, 1, tables).write(out);
    }
  }

  private static List<String> questions(@Nullable String only) throws UsageException {
    if (only == null) {
      return Questions.NAMES;
    }
    final List<String> some = List.of(only.split(",", -1));
    if (!Questions.NAMES.containsAll(some)) {
      throw new UsageException("--only is '" + only + "', expected some of " + Questions.NAMES);
    }
    return some;
  }

  /** From the file {@code release} that every JDK has. */
  private static int feature(Path javaHome) throws IOException {
    final Properties release = new Properties();
    try (var reader = Files.newBufferedReader(javaHome.resolve("release"))) {
      release.load(reader);
    }
    return Runtime.Version.parse(release.getProperty("JAVA_VERSION", "17").replace("\"", ""))
        .feature();
  }
}
