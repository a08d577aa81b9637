package io.mapscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapscope.profile.Fuzz;
import io.mapscope.profile.Hostile;
import io.mapscope.profile.ReportSamples;
import io.mapscope.profile.json.ReportJson;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/** Whatever the arguments are, the command does what they say or says what is wrong with them. */
@Timeout(value = 10, unit = TimeUnit.MINUTES, threadMode = ThreadMode.SEPARATE_THREAD)
class ArgumentsFuzzTest {

  /** None of the commands that reach for other JVMs: their arguments could mean one. */
  private static final List<String> COMMANDS = List.of("report", "rules", "report", "bogus", "");

  private static final List<String> OPTIONS =
      List.of(
          "-o",
          "--output",
          "--json",
          "--baseline",
          "--source-root",
          "--openrewrite",
          "--fail-on",
          "--help",
          "--version",
          "--markdown",
          "-h",
          "-V",
          "--",
          "-",
          "-x",
          "--bogus",
          "@args",
          "--fail-on=error",
          "--fail-on=",
          "--json=true",
          "-o=",
          "info",
          "warning");

  @TempDir private Path directory;
  private List<String> files = List.of();

  @BeforeEach
  void makeFiles() throws Exception {
    Path good = Files.writeString(file("good.json"), ReportJson.toJson(ReportSamples.shop()));
    Path hostile = Files.writeString(file("h.json"), ReportJson.toJson(ReportSamples.nasty()));
    Path broken = Files.writeString(file("broken.json"), "{\"schema\": 1}");
    Path recording = Files.writeString(file("broken.jfr"), "FLR\0 but no more");
    Path odd = Files.writeString(file("o\u001b[31md.json"), "[");
    files =
        List.of(
            good.toString(),
            hostile.toString(),
            broken.toString(),
            recording.toString(),
            odd.toString(),
            directory.toString(),
            file("absent.json").toString(),
            file("out.html").toString(),
            file("out.json").toString(),
            file("out.sarif").toString(),
            file("out.txt").toString(),
            file("out.yml").toString(),
            file("out.pdf").toString(),
            file("no/such/out.html").toString());
  }

  private Path file(String name) {
    return directory.resolve(name);
  }

  @Test
  void arguments_ofAnyKind_endWithADocumentedStatusAndAMessage() {
    Fuzz.cases(
        800,
        random -> {
          String[] arguments = arguments(random);
          Run run = Run.of(arguments);
          String told = String.join(" ", arguments) + "\n" + run.err();

          assertThat(run.status()).as(told).isBetween(ExitStatus.FINE, ExitStatus.UNREACHABLE);
          assertThat(run.err()).as(told).doesNotContain("\tat ", "Exception");
          if (run.status() == ExitStatus.BAD_USAGE_OR_INPUT) {
            assertThat(run.err()).as(told).startsWith("mapscope: ");
          }
          assertThat(run.out() + run.err())
              .as(told)
              .doesNotContainPattern("[\\p{Cntrl}&&[^\\r\\n]]");
        });
  }

  @Test
  void report_ofHostileReports_isWrittenInEveryForm() {
    Fuzz.cases(
        20,
        random -> {
          Path input =
              Files.writeString(file("in.json"), ReportJson.toJson(Hostile.report(random)));
          Path other =
              Files.writeString(file("on.json"), ReportJson.toJson(Hostile.report(random)));
          String[] outputs = {
            "report",
            input.toString(),
            other.toString(),
            "-o",
            file("x.html").toString(),
            "-o",
            file("x.json").toString(),
            "-o",
            file("x.sarif").toString(),
            "-o",
            file("x.txt").toString(),
            "--openrewrite",
            file("x.yml").toString()
          };
          Run run = Run.of(outputs);

          assertThat(run.err()).isEmpty();
          assertThat(run.status()).isZero();
          Run compared = Run.of("report", input.toString(), "--baseline", other.toString());
          assertThat(compared.status()).as(compared.err()).isZero();
        });
  }

  private String[] arguments(Random random) {
    List<String> arguments = new ArrayList<>();
    arguments.add(COMMANDS.get(random.nextInt(COMMANDS.size())));
    for (int more = random.nextInt(7); more > 0; more--) {
      switch (random.nextInt(8)) {
        case 0 -> arguments.add(input(random));
        case 1, 2, 3 -> arguments.add(OPTIONS.get(random.nextInt(OPTIONS.size())));
        default -> arguments.add(files.get(random.nextInt(files.size())));
      }
    }
    return arguments.toArray(new String[0]);
  }

  /**
   * A hostile text that names no file outside of the test's directory; no argument of a process can
   * hold the character that ends it.
   */
  private String input(Random random) {
    return directory + "/absent/" + Hostile.text(random).replace("\0", "");
  }
}
