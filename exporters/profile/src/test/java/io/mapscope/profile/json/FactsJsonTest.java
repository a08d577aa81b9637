package io.mapscope.profile.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mapscope.profile.ExternalLock;
import io.mapscope.profile.FactsSamples;
import io.mapscope.profile.Finding;
import io.mapscope.profile.FindingSamples;
import io.mapscope.profile.MapFacts;
import io.mapscope.profile.Misuse;
import io.mapscope.profile.ReportSamples;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FactsJsonTest {

  static Stream<MapFacts> facts() {
    Stream<MapFacts> fixed =
        Stream.of(
            MapFacts.none(),
            FactsSamples.routes(),
            FactsSamples.audit(),
            FactsSamples.extreme(ReportSamples.NASTY));
    return Stream.concat(fixed, IntStream.range(0, 50).mapToObj(FactsJsonTest::random));
  }

  private static MapFacts random(int seed) {
    return FactsSamples.random(new Random(seed));
  }

  @ParameterizedTest
  @MethodSource("facts")
  void facts_writtenAndRead_areTheSameOnOneLine(MapFacts facts) throws Exception {
    String json = FactsJson.toJson(facts);

    assertThat(json).doesNotContainPattern("\\R");
    assertThat(FactsJson.readFacts(json + "   ")).isEqualTo(facts);
  }

  @Test
  void misuse_writtenAndRead_isTheSame() throws Exception {
    for (Misuse misuse : List.of(Misuse.none(), FactsSamples.sessionsMisuse())) {
      assertThat(FactsJson.readMisuse(FactsJson.toJson(misuse))).isEqualTo(misuse);
    }
  }

  @Test
  void routes_haveEverySection() {
    assertThat(Arrays.stream(MapFacts.class.getRecordComponents()))
        .allSatisfy(
            section ->
                assertThat(section.getAccessor().invoke(FactsSamples.routes()))
                    .as(section.getName())
                    .isNotNull());
  }

  @Test
  void nothingRecorded_isAnEmptyObject() {
    assertThat(FactsJson.toJson(MapFacts.none())).isEqualTo("{}");
  }

  @Test
  void figuresNotMeasured_areAbsent() {
    String json = FactsJson.toJson(FactsSamples.audit());

    assertThat(json)
        .contains(
            "{\"format\": \"jackson-convert\", \"count\": 5, \"entries\": 50, \"nanos\": 900000,"
                + " \"torn\": 0}")
        .contains(
            "\"shape\": {\"mutableValues\": 9, \"valueSamples\": 10, \"watchedValues\": 40,"
                + " \"changedValues\": 12, \"lockedValues\": 0}")
        .doesNotContain("-1");
  }

  @Test
  void noExternalLock_isNullAndNotAbsent() throws Exception {
    MapFacts none = MapFacts.none().withExternalLock(ExternalLock.none());

    assertThat(FactsJson.toJson(none)).isEqualTo("{\"externalLock\": null}");
    assertThat(FactsJson.readFacts("{\"externalLock\": \"a.B\"}").externalLock())
        .isEqualTo(new ExternalLock("a.B", null));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"nulls\": {\"keys\": 1}} | nulls: property \"values\" is missing",
        "{\"nulls\": {\"keys\": -1, \"values\": 0}} | nulls: nulls.keys must not be negative",
        "{\"hotKeys\": [{\"key\": \"a\", \"share\": 2}]} | hotKeys[0]: hotKeys.share must lie between",
        "{\"contention\": []} | contention: expected an object, found an array",
        "{\"latencyNanos\": {\"write\": {\"p50\": \"1\"}}} | latencyNanos.write.p50: expected an integer",
      })
  void brokenFacts_nameThePath(String json, String message) {
    assertThatThrownBy(() -> FactsJson.readFacts(json))
        .isInstanceOf(MalformedReport.class)
        .hasMessageStartingWith(message);
  }

  @Test
  void withers_keepTheOtherSections() {
    MapFacts routes = FactsSamples.routes();

    assertThat(routes.withNulls(null).withNulls(routes.nulls())).isEqualTo(routes);
    assertThat(routes.withHotKeys(null).withHotKeys(routes.hotKeys())).isEqualTo(routes);
    assertThat(routes.withContention(null).withContention(routes.contention())).isEqualTo(routes);
    assertThat(routes.withLatency(null).withLatency(routes.latency())).isEqualTo(routes);
    assertThat(routes.withAllocation(null).withAllocation(routes.allocation())).isEqualTo(routes);
    assertThat(routes.withCopies(null).withCopies(routes.copies())).isEqualTo(routes);
    assertThat(routes.withSerializations(null).withSerializations(routes.serializations()))
        .isEqualTo(routes);
    assertThat(routes.withExternalLock(null).withExternalLock(routes.externalLock()))
        .isEqualTo(routes);
    assertThat(routes.withCallSites(null).withCallSites(routes.callSites())).isEqualTo(routes);
    assertThat(routes.withShape(null).withShape(routes.shape())).isEqualTo(routes);
  }

  @Test
  void findings_asOneLineEach_areTheSame() throws Exception {
    List<Finding> all = new ArrayList<>(FindingSamples.shop());
    all.addAll(FindingSamples.nasty());
    for (Finding finding : all) {
      String json = FactsJson.toJson(finding);

      assertThat(json).doesNotContain("\n").contains(FactsJson.toJson(finding.evidence()));
      assertThat(FactsJson.readFinding(json + "  ")).isEqualTo(finding);
    }
  }
}
