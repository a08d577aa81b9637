package io.mapscope.benchmarks.scaling;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;

/** The questions that can be asked, by name. */
public final class Questions {
  /** All of them, in the order of the answers. */
  public static final List<String> NAMES = List.of("cores", "threads", "maps", "sites", "fleet");

  private Questions() {}

  /**
   * Answers one.
   *
   * @param directory for classes and messages, which its owner deletes
   * @param javaFeature of the JDK at {@code javaHome}
   */
  public static List<Table> ask(
      String question, Path javaHome, Path agent, Path directory, int javaFeature, Sizes sizes)
      throws IOException, InterruptedException {
    final Jvm jvm = new Jvm(javaHome, agent, directory.resolve("sites"), directory);
    return switch (question) {
      case "cores" -> CoresQuestion.ask(jvm, sizes);
      case "threads" -> ThreadsQuestion.ask(jvm, sizes, javaFeature);
      case "maps" -> MapsQuestion.ask(jvm, sizes);
      case "sites" -> SitesQuestion.ask(jvm, sizes);
      case "fleet" -> FleetQuestion.ask(jvm, sizes);
      default -> throw new IllegalArgumentException("no question " + question);
    };
  }

  /** Makes the classes that the questions' programs consist of. */
  public static void prepare(Path directory, Sizes sizes) throws IOException {
    SiteClasses.compile(
        directory.resolve("sites"),
        Math.max(SiteClasses.SITES_PER_CLASS, Collections.max(sizes.sites())));
  }
}
