package io.mapscope.advisor.rules;

import static io.mapscope.advisor.Verdicts.assertSilent;
import static io.mapscope.advisor.Verdicts.finding;
import static org.assertj.core.api.Assertions.assertThat;

import io.mapscope.advisor.MapBuilder;
import io.mapscope.profile.Finding;
import io.mapscope.profile.MisuseKind;
import io.mapscope.profile.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;

final class UnsafeIterationTest {
  private static final String RULE = "unsafe-iteration";
  private static final List<String> BY_ANOTHER =
      List.of("thread t; another thread had written last", "com.acme.Shop.loop:3");
  private static final List<String> BY_ITSELF =
      List.of("thread t, which had written last itself", "com.acme.Shop.loop:3");

  private static MapBuilder thrown(MapBuilder map, List<String> stack) {
    return map.misuse(MisuseKind.CONCURRENT_MODIFICATION, 4, List.of(stack));
  }

  @Test
  void exception_causedByAnotherThread_isAnError() {
    Finding finding = finding(RULE, thrown(MapBuilder.synchronizedMap(), BY_ANOTHER));

    assertThat(finding.severity()).isEqualTo(Severity.ERROR);
    assertThat(finding.explanation()).contains("4 loops ended");
    assertThat(finding.evidence()).containsEntry("loop", BY_ANOTHER);
    assertThat(finding.replacement().kind()).isEqualTo("client-side-lock");
  }

  @Test
  void exception_causedByTheLoopItself_isAnotherMistake() {
    assertSilent(RULE, thrown(MapBuilder.hashMap(), BY_ITSELF));
  }

  @Test
  void hashMap_isToBecomeConcurrent() {
    assertThat(finding(RULE, thrown(MapBuilder.hashMap(), BY_ANOTHER)).replacement().type())
        .isEqualTo("java.util.concurrent.ConcurrentHashMap");
  }

  @Test
  void synchronizedMap_overlaps_showThatItsLockWasPassed() {
    assertThat(finding(RULE, MapBuilder.synchronizedMap().overlaps(1)).explanation())
        .contains("went past the lock");
    assertSilent(RULE, MapBuilder.synchronizedMap().overlaps(0));
  }

  @Test
  void hashMap_overlaps_areUnsafeSharing() {
    assertSilent(RULE, MapBuilder.hashMap().overlaps(1));
  }

  @Test
  void tornTraversals_ofASynchronizedMap_areFound() {
    assertThat(
            finding(RULE, MapBuilder.synchronizedMap().misuse(MisuseKind.TORN_TRAVERSAL, 1))
                .explanation())
        .contains("1 sampled loop");
    assertSilent(RULE, MapBuilder.synchronizedMap().misuse(MisuseKind.TORN_TRAVERSAL, 0));
  }

  @Test
  void concurrentMap_tornTraversals_areItsRight() {
    assertSilent(RULE, MapBuilder.concurrentHashMap().misuse(MisuseKind.TORN_TRAVERSAL, 50));
  }
}
