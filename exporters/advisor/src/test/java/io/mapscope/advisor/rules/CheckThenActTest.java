package io.mapscope.advisor.rules;

import static io.mapscope.advisor.Verdicts.assertNotEnough;
import static io.mapscope.advisor.Verdicts.assertSilent;
import static io.mapscope.advisor.Verdicts.finding;
import static org.assertj.core.api.Assertions.assertThat;

import io.mapscope.advisor.MapBuilder;
import io.mapscope.profile.Finding;
import io.mapscope.profile.LockDetail;
import io.mapscope.profile.MisuseKind;
import io.mapscope.profile.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CheckThenActTest {
  private static final String RULE = "check-then-act";

  private static MapBuilder pairs(MapBuilder map, long pairs, long lost) {
    return map.misuse(MisuseKind.CHECK_THEN_ACT, pairs).misuse(MisuseKind.LOST_RACE, lost);
  }

  @Test
  void pairs_withoutALostRace_areAWarningFromTheThirdOn() {
    Finding finding = finding(RULE, pairs(MapBuilder.concurrentHashMap(), 3, 0));

    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
    assertThat(finding.confidence()).isBetween(0.94, 0.96);
    assertThat(finding.explanation()).contains("3 times in samples", "Shop.stock");
    assertNotEnough(RULE, pairs(MapBuilder.concurrentHashMap(), 2, 0));
    assertSilent(RULE, pairs(MapBuilder.concurrentHashMap(), 0, 0));
  }

  @Test
  void lostRace_one_isAnErrorWithBothPlaces() {
    Finding finding =
        finding(
            RULE,
            pairs(MapBuilder.concurrentHashMap(), 1, 0)
                .misuse(
                    MisuseKind.LOST_RACE,
                    1,
                    List.of(List.of("com.acme.Shop.f:1"), List.of("com.acme.Shop.f:2"))));

    assertThat(finding.severity()).isEqualTo(Severity.ERROR);
    assertThat(finding.confidence()).isEqualTo(1);
    assertThat(finding.explanation()).contains("overwritten unread 1 time");
    assertThat(finding.evidence())
        .containsEntry("lookUp", List.of("com.acme.Shop.f:1"))
        .containsEntry("write", List.of("com.acme.Shop.f:2"));
  }

  @Test
  void replacement_newKeys_areToBeInsertedOnce_oldOnesMerged() {
    MapBuilder map = pairs(MapBuilder.concurrentHashMap(), 9, 0);

    assertThat(finding(RULE, map.operations("putNew", 5, "putReplace", 4)).replacement().type())
        .isEqualTo("computeIfAbsent");
    assertThat(finding(RULE, map.operations("putNew", 4, "putReplace", 4)).replacement().type())
        .isEqualTo("merge");
  }

  @Test
  void plainMaps_areNotMeant() {
    assertSilent(RULE, pairs(MapBuilder.hashMap(), 100, 5));
  }

  @Test
  void synchronizedMap_lockedByItsCallers_isRight() {
    LockDetail own =
        new LockDetail(
            "java.util.Collections$SynchronizedMap", null, LockDetail.MONITOR, 0.5, 30, true);
    LockDetail seldom =
        new LockDetail(
            "java.util.Collections$SynchronizedMap", null, LockDetail.MONITOR, 0.4, 30, true);

    assertSilent(RULE, pairs(MapBuilder.synchronizedMap(), 50, 0).externalLock(own));
    finding(RULE, pairs(MapBuilder.synchronizedMap(), 50, 0).externalLock(seldom));
  }

  @Test
  void notRecorded_isNotEnough() {
    assertNotEnough(RULE, MapBuilder.concurrentHashMap());
  }

  @Test
  void jctools_isWarnedOfItsComputeIfAbsent() {
    Finding finding =
        finding(RULE, pairs(MapBuilder.of("org.jctools.maps.NonBlockingHashMap"), 9, 0));

    assertThat(finding.caveats()).anyMatch(it -> it.contains("JCTools#376"));
  }
}
