package io.mapscope.shop;

import io.mapscope.shop.load.LoadOptions;
import io.mapscope.shop.load.LoadReport;
import io.mapscope.shop.load.LoadRun;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Sends the shop a bounded load and reports throughput, times and failures. Exit status: 0 all
 * requests were answered as they should be, 1 some were not, 2 bad usage.
 */
public final class Load {
  private static final String USAGE =
      """
      usage: java -cp shop.jar io.mapscope.shop.Load --url URL [--seconds N] [--threads N] [--rate N] [--warm-up N] [--seed N] [--progress HOW] [--figures FILE]
        --url       address of the shop, as it prints it
        --seconds   how long (default 30)
        --threads   requests under way at once (default 4)
        --rate      requests due in a second, answered or not (open loop); 0 sends the next when
                    the last is answered (default 0)
        --warm-up   seconds of the same load before, of which nothing is reported (default 0)
        --seed      same seed, same sequence of actions and products (default 1)
        --progress  "lines" prints one a second, "update" rewrites one line of a terminal, "off" none (default lines)
        --figures   file for requests, failures and times as name=value lines""";
  private static final int GREATEST_SECONDS = 24 * 3_600;
  private static final int GREATEST_THREADS = 1_000;
  private static final int GREATEST_RATE = 1_000_000;

  private Load() {}

  public static void main(String[] args) throws Exception {
    try {
      System.exit(run(args) ? 0 : 1);
    } catch (UsageException e) {
      System.err.println("load: " + e.getMessage() + "; nothing was sent\n" + USAGE);
      System.exit(2);
    }
  }

  private static boolean run(String[] args) throws Exception {
    Flags flags =
        Flags.parse(
            args,
            Set.of(
                "--url",
                "--seconds",
                "--threads",
                "--rate",
                "--warm-up",
                "--seed",
                "--progress",
                "--figures"));
    LoadOptions options =
        new LoadOptions(
            url(flags.text("--url")),
            flags.number("--seconds", 30, 1, GREATEST_SECONDS),
            flags.number("--threads", 4, 1, GREATEST_THREADS),
            flags.number("--rate", 0, 0, GREATEST_RATE),
            flags.number("--seed", 1, 0, Integer.MAX_VALUE));
    int warmUpSeconds = flags.number("--warm-up", 0, 0, GREATEST_SECONDS);
    String progress = Objects.requireNonNullElse(flags.text("--progress"), "lines");
    Consumer<String> progressLines = progressLines(progress);
    if (warmUpSeconds > 0) {
      new LoadRun(options.lasting(warmUpSeconds), line -> {}).run();
    }
    LoadReport report = new LoadRun(options, progressLines).run();
    if (progress.equals("update")) {
      System.out.println();
    }
    System.out.print(report.text());
    String figures = flags.text("--figures");
    if (figures != null) {
      Files.writeString(Path.of(figures), report.figures());
    }
    return report.isClean();
  }

  private static String url(@Nullable String given) throws UsageException {
    if (given == null) {
      throw new UsageException("--url is missing");
    }
    try {
      URI url = URI.create(given);
      if ("http".equals(url.getScheme()) && url.getHost() != null) {
        return given.endsWith("/") ? given.substring(0, given.length() - 1) : given;
      }
    } catch (IllegalArgumentException e) {
      // Said below, in the same words as an address of another kind.
    }
    throw new UsageException(
        "--url is \"" + given + "\", expected one such as http://127.0.0.1:8080");
  }

  private static Consumer<String> progressLines(String how) throws UsageException {
    return switch (how) {
      case "lines" -> System.out::println;
      // Back to the start of the line, write over it, erase what an earlier, longer one left.
      case "update" -> line -> System.out.print("\r" + line + "\033[K");
      case "off" -> line -> {};
      default ->
          throw new UsageException("--progress is \"" + how + "\", expected lines, update or off");
    };
  }
}
