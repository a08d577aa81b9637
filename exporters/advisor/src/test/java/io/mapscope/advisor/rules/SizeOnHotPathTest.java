package io.mapscope.advisor.rules;

import static io.mapscope.advisor.Verdicts.assertSilent;
import static io.mapscope.advisor.Verdicts.finding;
import static io.mapscope.advisor.Verdicts.nanosOfThreads;
import static org.assertj.core.api.Assertions.assertThat;

import io.mapscope.advisor.MapBuilder;
import io.mapscope.profile.Contention;
import io.mapscope.profile.Finding;
import io.mapscope.profile.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SizeOnHotPathTest {
  private static final String RULE = "size-on-hot-path";

  private static MapBuilder asked(MapBuilder map, long size, long others) {
    return map.operations("size", size, "putReplace", others);
  }

  private static MapBuilder split(long collisions) {
    return MapBuilder.concurrentHashMap()
        .facts(
            it ->
                it.withContention(
                    new Contention(0, 0, null, null, collisions, 0, 0, 0, List.of())));
  }

  @Test
  void concurrentMap_withASplitCounter_isInformation() {
    Finding finding = finding(RULE, asked(split(1), 1_000_000, 1_000_000));

    assertThat(finding.severity()).isEqualTo(Severity.INFO);
    assertThat(finding.title()).contains("50 % of the operations");
  }

  @Test
  void concurrentMap_whoseCounterIsOneField_isSilent() {
    assertSilent(RULE, asked(split(0), 1_000_000, 1_000_000));
    assertSilent(RULE, asked(split(9).threads(4, 1), 1_000_000, 1_000_000));
  }

  @Test
  void share_ofAQuarter_isTheEdge() {
    finding(RULE, asked(split(1), 1_000_000, 3_000_000));
    assertSilent(RULE, asked(split(1), 999_999, 3_000_000));
  }

  @Test
  void rate_ofTenThousandASecond_isTheEdge() {
    finding(RULE, asked(split(1), 301_300, 300_000));
    assertSilent(RULE, asked(split(1), 301_200, 300_000));
  }

  @Test
  void synchronizedMap_isMeantOnlyWhereThreadsWait() {
    assertSilent(RULE, asked(MapBuilder.synchronizedMap().monitorWaits(0, 0), 1_000_000, 1));
    assertThat(
            finding(
                    RULE,
                    asked(
                        MapBuilder.synchronizedMap().monitorWaits(1_000, nanosOfThreads(0.11)),
                        1_000_000,
                        1))
                .explanation())
        .contains("lock");
  }

  @Test
  void hashMap_whoseSizeIsAField_isNotMeant() {
    assertSilent(RULE, asked(MapBuilder.hashMap(), 1_000_000, 1));
  }
}
