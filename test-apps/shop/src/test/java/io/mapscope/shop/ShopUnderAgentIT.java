package io.mapscope.shop;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapscope.harness.ChildJvm;
import io.mapscope.harness.ChildJvmBuilder;
import io.mapscope.harness.ChildResult;
import io.mapscope.harness.Reports;
import io.mapscope.profile.Contention;
import io.mapscope.profile.MapProfile;
import io.mapscope.profile.Misuse;
import io.mapscope.profile.MisuseExample;
import io.mapscope.profile.MisuseKind;
import io.mapscope.profile.Report;
import io.mapscope.profile.Serialization;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the shop's own comments promise that an observer will see is what the report says. */
final class ShopUnderAgentIT {
  private static final String JAR = Path.of("target", "shop.jar").toAbsolutePath() + "";
  private static final String GREETING = "The shop is open at ";

  /** What the console says once enough samples have shown it; rare on a busy machine. */
  private static final String CHECK_THEN_ACT =
      "ProductCache.products: a look-up and its write are two steps";

  private static final String STATE = "io.mapscope.shop.state.";

  @TempDir private Path directory;

  @Test
  void report_ofTheShopUnderLoad_tellsTheStoryOfItsMaps() throws Exception {
    Path json = directory.resolve("report.json");
    try (ChildJvm shop =
        jvm("shop", "io.mapscope.shop.Main")
            .withConsoleAdvice()
            .agent("interval=500ms", "report=" + json)
            .start()) {
      String greeting = shop.awaitStdout(GREETING);
      load("load", greeting, 12).run().assertExit(0);
      try (ChildJvm more = load("more", greeting, 80).start()) {
        shop.awaitStderr(CHECK_THEN_ACT);
        more.terminate();
      }
      shop.terminate().assertExit(ChildResult.EXIT_SIGTERM);
    }

    Report report = Reports.read(json);
    Reports.assertHealthy(report);
    assertThat(
            List.of(map(report, "ProductCache.products"), map(report, "Inventory.unitsByProduct")))
        .as("maps behind locks of which at least one is waited for")
        .anySatisfy(ShopUnderAgentIT::assertContended);
    assertCheckThenAct(map(report, "ProductCache.products"));
    assertThat(exports(map(report, "SessionRegistry.sessions")))
        .anySatisfy(export -> assertThat(export.torn()).isPositive());
    assertThat(report.maps())
        .filteredOn(map -> String.valueOf(map.site().field()).endsWith("Inventory.unitsByProduct"))
        .as("shared under its lock")
        .allSatisfy(map -> assertThat(map.misuse().overlaps()).isZero());
  }

  /** Two requests that miss the same product both load it. */
  private static void assertCheckThenAct(MapProfile cache) {
    assertThat(cache.misuse().checkThenAct()).as("misses then puts").isPositive();
    assertFindThenPut(cache.misuse());
  }

  private static void assertFindThenPut(Misuse misuse) {
    assertThat(misuse.examples())
        .filteredOn(
            example ->
                example.kind() == MisuseKind.CHECK_THEN_ACT
                    || example.kind() == MisuseKind.LOST_RACE)
        .isNotEmpty()
        .flatMap(MisuseExample::stacks)
        .allSatisfy(
            stack ->
                assertThat(stack).anyMatch(line -> line.startsWith(STATE + "ProductCache.find:")));
  }

  private static void assertContended(MapProfile map) {
    Contention contention = Objects.requireNonNull(map.facts().contention());
    assertThat(contention.count()).isPositive();
    assertThat(contention.nanos()).isPositive();
  }

  private static List<Serialization> exports(MapProfile map) {
    return Objects.requireNonNull(map.facts().serializations());
  }

  private static MapProfile map(Report report, String field) {
    return report.maps().stream()
        .filter(map -> (STATE + field).equals(map.site().field()))
        .findFirst()
        .orElseThrow(() -> new AssertionError("the report does not name " + field));
  }

  private ChildJvmBuilder load(String name, String greeting, int seconds) {
    String url = greeting.substring(greeting.indexOf(GREETING) + GREETING.length()).trim();
    return jvm(name, "io.mapscope.shop.Load")
        .args("--url", url, "--seconds", "" + seconds, "--progress", "off");
  }

  private ChildJvmBuilder jvm(String name, String mainClass) {
    return ChildJvm.builder(directory.resolve(name), mainClass)
        .classPath(JAR)
        .jvmFlags("-Xmx256m")
        .timeout(Duration.ofSeconds(90));
  }
}
