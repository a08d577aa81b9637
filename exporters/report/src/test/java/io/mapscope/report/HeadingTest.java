package io.mapscope.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapscope.profile.AgentInfo;
import io.mapscope.profile.MapProfile;
import io.mapscope.profile.Operation;
import io.mapscope.profile.OperationCounts;
import io.mapscope.profile.Report;
import io.mapscope.profile.ReportSamples;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How much of it all was counted, and what the rest is. */
final class HeadingTest {
  @Test
  void coverage_ofEverything_isSaidToBeComplete() {
    assertThat(heading("1%", 1, map())).contains("100 % of the operations counted Eclipse");
  }

  /** Whatever the budget is by then: the management bean may have taken it back. */
  @Test
  void coverage_withErrorsBesideTheCounts_isThatOfEstimates() {
    OperationCounts errors = OperationCounts.of(Map.of(Operation.GET_HIT, 12L));
    MapProfile estimated = map().withFacts(map().facts().withOperationErrors(errors));

    assertThat(heading("off", 0.25, estimated))
        .contains("25 % of the operations counted, the rest estimated");
  }

  @Test
  void coverage_whereTheGateWasClosedByHand_isThatOfTheTime() {
    assertThat(heading("1%", 0.25, map())).contains("operations counted for 25 % of the time");
  }

  private static MapProfile map() {
    MapProfile any = ReportSamples.shop().maps().get(0);
    return any.withFacts(any.facts().withOperationErrors(null));
  }

  private static String heading(String budget, double coverage, MapProfile map) {
    Report shop = ReportSamples.shop();
    AgentInfo agent =
        new AgentInfo(
            "0.1.0", budget, coverage, Double.NaN, 0, 0, 1, 1, List.of(), List.of(), List.of(), 0);
    Report report =
        new Report(shop.generatedAt(), shop.durationSeconds(), shop.jvm(), agent, List.of(map));
    return String.join("\n", Heading.lines(report)).replaceAll("\n +", " ");
  }
}
