package io.mapscope.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapscope.profile.Finding;
import io.mapscope.profile.FindingSamples;
import io.mapscope.profile.MapProfile;
import io.mapscope.profile.Replacement;
import io.mapscope.profile.ReportSamples;
import io.mapscope.profile.Severity;
import io.mapscope.report.FindingText.Detail;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FindingTextTest {

  private static final Finding RACE = FindingSamples.shop().get(0);
  private static final Replacement FIX = new Replacement("plain", null, null);
  private static final MapProfile SESSIONS = ReportSamples.shop().maps().get(1);

  @Test
  void lines_ofAMapWithoutField_nameThePlaceWhereItWasMade() {
    MapProfile trail = ReportSamples.shop().maps().get(2);

    assertThat(text(RACE, trail, Style.PLAIN))
        .contains("map         first used at com.acme.shop.audit.Trail.start\n");
  }

  @Test
  void lines_mapNotAtHand_areAllButThePlace() {
    assertThat(text(RACE, null, Style.PLAIN)).doesNotContain("    map  ").contains("    measured");
  }

  @Test
  void ansi_coloursSeverityAndLabels_andChangesNothingElse() {
    String coloured = text(RACE, SESSIONS, Style.ANSI);

    assertThat(coloured).startsWith("> \u001b[1;31merror\u001b[0m: HashMap Sessions.byId");
    assertThat(coloured).contains("\u001b[2m    measured    \u001b[0mTwo threads");
    assertThat(coloured.replaceAll("\u001b\\[[0-9;]*m", ""))
        .isEqualTo(text(RACE, SESSIONS, Style.PLAIN));
  }

  @Test
  void plain_namesFullOfControls_areShownAndNotObeyed() {
    for (Finding nasty : FindingSamples.nastyProven()) {
      MapProfile map = ReportSamples.nasty().maps().get(0);

      assertThat(new FindingText(nasty, map, 100, Style.PLAIN).lines("> ", Detail.WHOLE))
          .allSatisfy(
              line -> assertThat(line).doesNotContainPattern("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}]"));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 60, 80, 120, 200})
  void lines_fitTheColumns(int columns) {
    int widest = Math.max(columns, FindingText.LEAST_COLUMNS);
    for (Finding finding : List.of(RACE, FindingSamples.nastyProven().get(0))) {
      assertThat(new FindingText(finding, SESSIONS, columns, Style.PLAIN).lines("> ", Detail.WHOLE))
          .allSatisfy(
              line ->
                  assertThat(line.codePointCount(0, line.length())).isLessThanOrEqualTo(widest));
    }
  }

  @Test
  void snippet_longerThanWanted_isNotShown() {
    String code = "line();\n".repeat(13);
    Finding finding = finding(Map.of(), new Replacement("presize", null, code));

    assertThat(
            String.join(
                "\n", new FindingText(finding, null, 100, Style.PLAIN).lines("", Detail.COMPACT)))
        .contains("instead     presize\n", "(13 lines of code, see a report)")
        .doesNotContain("line();");
    assertThat(new FindingText(finding, null, 100, Style.PLAIN).lines("", Detail.WHOLE))
        .filteredOn(line -> line.strip().equals("line();"))
        .hasSize(13);
  }

  @Test
  void snippet_keepsItsIndentation() {
    Finding finding = finding(Map.of(), new Replacement("plain", null, "if (a) {\n\tb();\n}\n"));

    assertThat(new FindingText(finding, null, 100, Style.PLAIN).lines("", Detail.WHOLE))
        .contains("                if (a) {", "                    b();", "                }");
  }

  @Test
  void evidence_isToldWithItsUnits() {
    Map<String, Object> evidence = new LinkedHashMap<>();
    evidence.put("blockedNanos", 2_310_000_000L);
    evidence.put("copiedBytes", 168_000L);
    evidence.put("readRatio", 0.958);
    evidence.put("resizesPerSecond", 12.5);
    evidence.put("observedSeconds", 30.1);
    evidence.put("distinctKeys", 12_300L);
    evidence.put("meanLength", 2.34567);
    evidence.put("lock", "ReentrantLock");
    evidence.put("callers", List.of("a"));

    assertThat(EvidenceText.figures(evidence).replace('\u00a0', ' '))
        .isEqualTo(
            "blocked 2.31 s, copied 168 KB, read ratio 96 %, resizes 13 /s, observed 30.1 s,"
                + " distinct keys 12.3 K, mean length 2.35, lock ReentrantLock");
  }

  @Test
  void evidence_lists_haveALineForEachOfTheFirst() {
    Map<String, Object> evidence = Map.of("otherThread", List.of("a", "b", "c", "d", "e", "f"));

    assertThat(
            new FindingText(finding(evidence, FIX), null, 100, Style.PLAIN)
                .lines("", Detail.COMPACT))
        .containsSequence(
            "    evidence    other thread:",
            "                  a",
            "                  b",
            "                  c",
            "                (3 more frames)");
  }

  private static Finding finding(Map<String, Object> evidence, Replacement replacement) {
    return new Finding(
        "id", "rule", Severity.INFO, "map", "title", "", 0.5, evidence, replacement, List.of());
  }

  private static String text(Finding finding, @Nullable MapProfile map, Style style) {
    return String.join("\n", new FindingText(finding, map, 100, style).lines("> ", Detail.WHOLE))
        + "\n";
  }
}
