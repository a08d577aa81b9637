package io.mapscope.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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

  private static AgentInfo agentWithCoverage(double coverage) {
    return new AgentInfo("1", "off", coverage, 0, 0, 0, 0, 0, List.of(), List.of(), List.of());
  }
}
