package io.mapscope.advisor.rules;

import static io.mapscope.advisor.Verdicts.assertSilent;
import static io.mapscope.advisor.Verdicts.finding;
import static org.assertj.core.api.Assertions.assertThat;

import io.mapscope.advisor.MapBuilder;
import io.mapscope.advisor.Verdict;
import io.mapscope.advisor.Verdicts;
import io.mapscope.profile.Finding;
import io.mapscope.profile.Serialization;
import io.mapscope.profile.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CostlySerializationTest {
  private static final String RULE = "costly-serialization";
  private static final long PERCENT = 31_200_000_000L / 100;

  private static MapBuilder serialized(String format, long count, long nanos, long redundant) {
    Serialization one = new Serialization(format, count, 500 * count, 9, nanos, 9, 0, redundant);
    return MapBuilder.concurrentHashMap()
        .threads(1, 1)
        .facts(it -> it.withSerializations(List.of(one)));
  }

  @Test
  void unchangedMap_forATwentiethOfTheCpuTime_isAWarning() {
    Finding finding = finding(RULE, serialized("jackson-json", 1_000, 6 * PERCENT, 900));

    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
    assertThat(finding.replacement().kind()).isEqualTo("cache");
    assertThat(finding.explanation()).contains("900 of them repeated", "6 %", "jackson-json");
  }

  @Test
  void unchangedMap_forLess_isSilent() {
    assertSilent(RULE, serialized("jackson-json", 1_000, 5 * PERCENT - 1_000_000, 900));
  }

  @Test
  void changingText_isInformationFromATwentieth_andAWarningFromAFifthOn() {
    assertThat(finding(RULE, serialized("gson", 1_000, 19 * PERCENT, 0)).severity())
        .isEqualTo(Severity.INFO);
    assertThat(finding(RULE, serialized("gson", 1_000, 21 * PERCENT, 0)).severity())
        .isEqualTo(Severity.WARNING);
  }

  @Test
  void redundantOutputs_mustBeHalfForSure() {
    assertThat(finding(RULE, serialized("gson", 1_000, 9 * PERCENT, 540)).replacement().kind())
        .isEqualTo("cache");
    assertThat(finding(RULE, serialized("gson", 1_000, 9 * PERCENT, 510)).replacement().kind())
        .isEqualTo("background-snapshot");
  }

  @ParameterizedTest
  @CsvSource({
    "java, binary-format",
    "jackson-json, background-snapshot",
    "gson, background-snapshot",
    "jackson-convert, plain",
    "beanutils, plain"
  })
  void otherFormats_haveTheirOwnRemedy(String format, String kind) {
    assertThat(finding(RULE, serialized(format, 1_000, 9 * PERCENT, 0)).replacement().kind())
        .isEqualTo(kind);
  }

  @Test
  void changingMap_inABinaryFormat_isSilent() {
    assertSilent(RULE, serialized("kryo", 1_000, 60 * PERCENT, 0));
    assertSilent(RULE, serialized("jackson-smile", 1_000, 60 * PERCENT, 0));
  }

  @Test
  void fewOutputs_areNotEnough() {
    assertThat(Verdicts.of(RULE, serialized("java", 29, 9 * PERCENT, 0)))
        .isInstanceOf(Verdict.NotEnoughData.class);
  }

  @Test
  void noOutputs_areSilent() {
    assertSilent(
        RULE, MapBuilder.concurrentHashMap().facts(it -> it.withSerializations(List.of())));
  }
}
