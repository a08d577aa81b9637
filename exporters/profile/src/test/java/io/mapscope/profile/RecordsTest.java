package io.mapscope.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecordsTest {

  @Test
  void frame_leavesOutWhatIsNotKnown() {
    assertThat(new Site("com.acme.Routes", "load", 42, null, SiteKind.ALLOCATION).frame())
        .isEqualTo("com.acme.Routes.load:42");
    assertThat(new Site("com.acme.Routes", "load", -2, null, SiteKind.ALLOCATION).frame())
        .isEqualTo("com.acme.Routes.load");
    assertThat(Site.overflow().frame()).isEqualTo("(overflow)");
    assertThat(Site.unknown().frame()).isEqualTo("(unknown)");
  }

  @Test
  void report_timesFinerThanMilliseconds_areCut() {
    Report sample = ReportSamples.empty();
    Instant fine = Instant.parse("2026-03-04T12:00:00.123456789Z");
    Report report = new Report(fine, 1.23456, sample.jvm(), sample.agent(), List.of());

    assertThat(report.generatedAt()).isEqualTo(Instant.parse("2026-03-04T12:00:00.123Z"));
    assertThat(report.durationSeconds()).isEqualTo(1.235);
    assertThat(new Report(fine, 1.235, sample.jvm(), sample.agent(), List.of())).isEqualTo(report);
  }

  @Test
  void overlapExample_laterChangeOfTheLists_isNotSeen() {
    List<String> stack = new ArrayList<>(List.of("a"));
    List<List<String>> stacks = new ArrayList<>(List.of(stack));
    OverlapExample example = new OverlapExample(stacks);
    stack.add("b");
    stacks.clear();

    assertThat(example.stacks()).containsExactly(List.of("a"));
  }

  @Test
  void agentInfo_overheadNotMeasured_isAllowedAndEqual() {
    assertThat(ReportSamples.empty().agent().overheadRatio()).isNaN();
    assertThat(ReportSamples.empty()).isEqualTo(ReportSamples.empty());
  }

  @Test
  void finding_laterChangeOfItsParts_isNotSeen() {
    Map<String, Object> evidence = new LinkedHashMap<>(Map.of("overlaps", 1));
    Finding finding = finding(0.5, evidence);
    evidence.put("later", "text");

    assertThat(finding.evidence()).containsExactly(Map.entry("overlaps", 1L));
    assertThatThrownBy(() -> finding.evidence().put("later", 1L))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void finding_evidenceThatNoFormatCarries_isRefusedByName() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> finding(0.5, Map.of("since", Instant.EPOCH)))
        .withMessage(
            "evidence.since must be a number, a text or texts, but is 1970-01-01T00:00:00Z");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> finding(0.5, Map.of("readRatio", Double.NaN)))
        .withMessage("evidence.readRatio must be a finite number, but is NaN");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> finding(0.5, Map.of("read ratio", 0.5)))
        .withMessage(
            "a name in evidence must be of ASCII letters and digits, but is \"read ratio\"");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> finding(1.01, Map.of()))
        .withMessage("finding.confidence must lie between 0 and 1, but is 1.01");
  }

  @Test
  void severities_rise_fromInfoToError() {
    assertThat(Severity.ERROR.isAtLeast(Severity.WARNING)).isTrue();
    assertThat(Severity.WARNING.isAtLeast(Severity.WARNING)).isTrue();
    assertThat(Severity.INFO.isAtLeast(Severity.WARNING)).isFalse();
    assertThat(Severity.ofJsonName("warning")).isEqualTo(Severity.WARNING);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Severity.ofJsonName("fatal"))
        .withMessage("there is no severity \"fatal\"");
  }

  @Test
  void figuresOutOfRange_areRefusedByName() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Instances(-1, 0))
        .withMessage("instances.created must not be negative, but is -1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Threads(0, -3))
        .withMessage("threads.writers must not be negative, but is -3");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Misuse(-1, List.of()))
        .withMessage("misuse.overlaps must not be negative, but is -1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> agentWithCoverage(1.01))
        .withMessage("agent.coverage must lie between 0 and 1, but is 1.01");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> agentWithCoverage(Double.NaN))
        .withMessage("agent.coverage must lie between 0 and 1, but is NaN");
  }

  private static Finding finding(double confidence, Map<String, Object> evidence) {
    Replacement replacement = new Replacement("plain", null, null);
    return new Finding(
        "id", "rule", Severity.INFO, "map", "", "", confidence, evidence, replacement, List.of());
  }

  private static AgentInfo agentWithCoverage(double coverage) {
    return new AgentInfo("1", "off", coverage, 0, 0, 0, 0, 0, List.of(), List.of(), List.of(), 0);
  }
}
