package io.mapscope.shop;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The jar as users run it: a JVM for the shop, one for the load, ended by a signal. */
@Timeout(120)
final class ShopJarIT {
  private static final String JAVA =
      Path.of(System.getProperty("e2e.javaHome"), "bin", "java") + "";
  private static final String JAR = Path.of("target", "shop.jar") + "";
  private static final String GREETING = "The shop is open at ";
  private static final int ENDED_BY_SIGTERM = 143;

  private final List<Process> started = new ArrayList<>();

  @AfterEach
  void endWhatIsLeft() {
    started.forEach(Process::destroyForcibly);
  }

  @Test
  void shopAndLoad_thenSigterm_endCleanlyAndSayNothingElse() throws Exception {
    Process shop = start("-jar", JAR);
    BufferedReader said = shop.inputReader(UTF_8);
    String greeting = said.readLine();
    assertThat(greeting).startsWith(GREETING + "http://127.0.0.1:");

    String url = greeting.substring(GREETING.length());
    Process load = load("--url", url, "--seconds", "2", "--progress", "off");
    String report = new String(load.getInputStream().readAllBytes(), UTF_8);
    assertThat(load.waitFor()).as(report).isZero();

    // By its handle: Process.destroy() would also close the stream that is still to be read.
    shop.toHandle().destroy();

    assertThat(said.lines()).containsExactly("The shop is closed.");
    assertThat(shop.waitFor()).isEqualTo(ENDED_BY_SIGTERM);
  }

  @Test
  void shop_withSeconds_endsByItself() throws Exception {
    Process shop = start("-jar", JAR, "--seconds", "1");

    assertThat(shop.inputReader(UTF_8).lines()).hasSize(2).last().isEqualTo("The shop is closed.");
    assertThat(shop.waitFor()).isZero();
  }

  @Test
  void load_withoutShop_exitsNonZero() throws Exception {
    Process load = load("--url", "http://127.0.0.1:1", "--seconds", "1", "--progress", "off");

    assertThat(load.inputReader(UTF_8).lines()).anyMatch(line -> line.contains("had no answer"));
    assertThat(load.waitFor()).isEqualTo(1);
  }

  @Test
  void badUsage_isNamedInOneLineAndExitsWith2() throws Exception {
    assertUsage(start("-jar", JAR, "--port", "99999"), "shop: --port is \"99999\", expected");
    assertUsage(load("--url", "ftp://x"), "load: --url is \"ftp://x\", expected");
    assertUsage(
        load("--url", "http://a", "--progress", "x"), "load: --progress is \"x\", expected");
    assertUsage(load(), "load: --url is missing");
  }

  private static void assertUsage(Process program, String message) throws Exception {
    List<String> said = program.inputReader(UTF_8).lines().toList();
    assertThat(said.get(0)).startsWith(message);
    assertThat(said.get(1)).startsWith("usage: ");
    assertThat(program.waitFor()).isEqualTo(2);
  }

  private Process load(String... flags) throws IOException {
    List<String> args = new ArrayList<>(List.of("-cp", JAR, "io.mapscope.shop.Load"));
    args.addAll(Arrays.asList(flags));
    return start(args.toArray(String[]::new));
  }

  /** Standard error goes into standard output, so that a warning by anyone is seen and fails. */
  private Process start(String... args) throws IOException {
    List<String> command = new ArrayList<>(List.of(JAVA, "-Xmx256m"));
    command.addAll(Arrays.asList(args));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    started.add(process);
    return process;
  }
}
