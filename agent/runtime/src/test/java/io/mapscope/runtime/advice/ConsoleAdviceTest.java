package io.mapscope.runtime.advice;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapscope.profile.Finding;
import io.mapscope.profile.FindingSamples;
import io.mapscope.profile.Report;
import io.mapscope.profile.ReportSamples;
import io.mapscope.report.Style;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ConsoleAdviceTest {
  private static final Report SHOP = ReportSamples.shop().withFindings(FindingSamples.shop());
  private static final Finding RACE = SHOP.findings().get(0);
  private static final Finding READ_MOSTLY = SHOP.findings().get(1);

  private final List<String> said = new ArrayList<>();
  private final ConsoleAdvice console = new ConsoleAdvice(said::add, Terminal::none);

  @Test
  void error_isToldInOneBlockWithAllItsDetails() {
    console.tell(RACE, SHOP.maps().get(1));

    assertThat(said).hasSize(1);
    assertThat(said.get(0).lines())
        .containsExactly(
            "mapscope: error: HashMap Sessions.byId is used by several threads at once",
            "    measured    Two threads were inside this HashMap at the same time 1,407 times, one"
                + " of them",
            "                writing.",
            "    evidence    overlaps 1407, read ratio 96 %",
            "                threads:",
            "                  http-1",
            "                  http-2",
            "    instead     java.util.concurrent.ConcurrentHashMap (concurrent)",
            "                private final Map<String, Session> byId = new ConcurrentHashMap<>();",
            "    mind        ConcurrentHashMap allows no null keys or values; none were seen.",
            "                Operations that belong together must be made one, as with"
                + " computeIfAbsent.",
            "    rule        unsafe-shared-map, 100 % sure");
    assertThat(said.get(0)).endsWith(System.lineSeparator());
  }

  @Test
  void opportunity_isToldInOneLine() {
    console.tell(READ_MOSTLY, SHOP.maps().get(0));

    assertThat(said)
        .containsExactly(
            "mapscope: info: Routes.table is read 5,733 times for each write"
                + System.lineSeparator());
  }

  @Test
  void summary_ofWhatStands_hasALineEach() {
    console.summarise(SHOP, 2);

    assertThat(said).hasSize(1);
    assertThat(said.get(0).lines())
        .containsExactly(
            "mapscope: findings at exit: 1 error, 1 info; 2 findings told before no longer held",
            "  error: HashMap Sessions.byId is used by several threads at once",
            "  info: Routes.table is read 5,733 times for each write");
  }

  @Test
  void summary_ofNothing_isNotToldUnlessSomethingWasWithdrawn() {
    console.summarise(ReportSamples.shop(), 0);
    assertThat(said).isEmpty();

    console.summarise(ReportSamples.shop(), 1);
    assertThat(said)
        .containsExactly(
            "mapscope: findings at exit: none; 1 finding told before no longer held"
                + System.lineSeparator());
  }

  @Test
  void findingsWithoutEnd_areToldUpToALimitAndCountedAtExit() {
    for (int i = 0; i < 1000; i++) {
      console.tell(RACE, null);
      console.tell(READ_MOSTLY, null);
    }
    console.summarise(SHOP.withFindings(Collections.nCopies(1000, RACE)), 0);

    assertThat(said).filteredOn(block -> block.startsWith("mapscope: error: ")).hasSize(20);
    assertThat(said).filteredOn(block -> block.startsWith("mapscope: info: ")).hasSize(10);
    assertThat(said)
        .filteredOn(block -> block.contains("follow; they are told at exit"))
        .hasSize(2);
    assertThat(said).hasSize(33);
    assertThat(said.get(32).lines())
        .hasSize(22)
        .startsWith("mapscope: findings at exit: 1000 errors")
        .endsWith("  and 980 more");
  }

  @Test
  void namesFullOfControls_areShownAndNotObeyed() {
    Report nasty = ReportSamples.nasty().withFindings(FindingSamples.nasty());
    nasty.findings().forEach(finding -> console.tell(finding, nasty.maps().get(0)));
    console.summarise(nasty, 0);

    assertThat(said).hasSize(3);
    assertThat(String.join("", said)).doesNotContainPattern("[\\p{Cntrl}\\p{Cf}&&[^\r\n]]");
  }

  @Test
  void terminal_isAskedAnewForEachBlock() {
    List<Terminal> terminals =
        new ArrayList<>(List.of(new Terminal(Style.ANSI, 100), Terminal.none()));
    ConsoleAdvice changing = new ConsoleAdvice(said::add, () -> terminals.remove(0));
    changing.tell(RACE, null);
    changing.tell(RACE, null);

    assertThat(said.get(0)).startsWith("mapscope: \u001b[1;31merror\u001b[0m: HashMap");
    assertThat(said.get(1)).startsWith("mapscope: error: HashMap").doesNotContain("\u001b");
  }
}
