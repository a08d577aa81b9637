package io.mapscope.advisor.rules;

import static io.mapscope.advisor.Verdicts.assertNotEnough;
import static io.mapscope.advisor.Verdicts.assertSilent;
import static io.mapscope.advisor.Verdicts.finding;
import static org.assertj.core.api.Assertions.assertThat;

import io.mapscope.advisor.MapBuilder;
import io.mapscope.profile.Copies;
import io.mapscope.profile.Finding;
import io.mapscope.profile.Serialization;
import io.mapscope.profile.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TornCopyTest {
  private static final String RULE = "torn-copy";

  private static MapBuilder copies(long count, long torn) {
    return MapBuilder.concurrentHashMap()
        .facts(it -> it.withCopies(new Copies(count, count * 10, 1, 1, torn, 7)));
  }

  private static MapBuilder serializations(long count, long torn) {
    return MapBuilder.concurrentHashMap()
        .facts(
            it ->
                it.withSerializations(
                    List.of(new Serialization("jackson-json", count, 1, 1, 1, 1, torn, 0))));
  }

  @Test
  void serializations_torn_areAWarning() {
    Finding finding = finding(RULE, serializations(100, 10));

    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
    assertThat(finding.explanation()).startsWith("10 of 100 serializations of Shop.stock");
    assertThat(finding.evidence()).containsEntry("tornSerializations", 10L);
  }

  @Test
  void copies_torn_areInformation() {
    Finding finding = finding(RULE, copies(100, 10));

    assertThat(finding.severity()).isEqualTo(Severity.INFO);
    assertThat(finding.explanation()).startsWith("10 of 100 copies");
    assertThat(finding.evidence()).containsEntry("writesDuringWorstCopy", 7L);
  }

  @Test
  void copies_twoTorn_mayBeAnAccident() {
    finding(RULE, copies(3, 3));
    assertSilent(RULE, copies(2, 2));
  }

  @Test
  void copies_oneTornInAHundred_isTheEdge() {
    assertSilent(RULE, copies(10_000, 100));
    finding(RULE, copies(10_000, 130));
  }

  @Test
  void copies_noneTorn_isSilent() {
    assertSilent(RULE, copies(1_000, 0));
  }

  @Test
  void nothingRecorded_isNotEnough() {
    assertNotEnough(RULE, MapBuilder.concurrentHashMap());
  }

  @Test
  void hashMap_isNotMeant() {
    assertSilent(
        RULE, MapBuilder.hashMap().facts(it -> it.withCopies(new Copies(9, 9, 1, 1, 9, 9))));
  }
}
