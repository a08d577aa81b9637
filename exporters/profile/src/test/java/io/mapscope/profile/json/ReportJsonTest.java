package io.mapscope.profile.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mapscope.profile.FindingSamples;
import io.mapscope.profile.Operation;
import io.mapscope.profile.Report;
import io.mapscope.profile.ReportSamples;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReportJsonTest {

  private static final ObjectMapper JACKSON = new ObjectMapper();

  static Stream<Report> samples() {
    Stream<Report> fixed =
        Stream.of(
            ReportSamples.shop(),
            ReportSamples.empty(),
            ReportSamples.nasty(),
            ReportSamples.shop().withFindings(FindingSamples.shop()),
            ReportSamples.nasty().withFindings(FindingSamples.nasty()),
            ReportSamples.shop().withFindings(FindingSamples.proven()),
            ReportSamples.nasty().withFindings(FindingSamples.nastyProven()));
    return Stream.concat(fixed, LongStream.range(0, 20).mapToObj(ReportSamples::random));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void report_writtenAndRead_isTheSame(Report report) throws Exception {
    assertThat(ReportJson.read(ReportJson.toJson(report))).isEqualTo(report);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void report_throughUtf8Bytes_isTheSame(Report report) throws Exception {
    byte[] utf8 = ReportJson.toJson(report).getBytes(StandardCharsets.UTF_8);

    assertThat(ReportJson.read(utf8)).isEqualTo(report);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void report_rewrittenByAnotherJsonLibrary_isTheSame(Report report) throws Exception {
    JsonNode tree = JACKSON.readTree(ReportJson.toJson(report));

    assertThat(ReportJson.read(JACKSON.writeValueAsString(tree))).isEqualTo(report);
  }

  @Test
  void json_readByAnotherLibrary_hasTheContractsNamesAndValues() throws Exception {
    JsonNode json = JACKSON.readTree(ReportJson.toJson(ReportSamples.shop()));
    JsonNode map = json.at("/maps/1");

    assertThat(names(json))
        .containsExactly(
            "schema", "generatedAt", "durationSeconds", "jvm", "agent", "maps", "findings");
    assertThat(json.at("/schema").asInt()).isEqualTo(1);
    assertThat(json.at("/generatedAt").asText()).isEqualTo("2026-03-04T12:00:00.125Z");
    assertThat(json.at("/durationSeconds").asDouble()).isEqualTo(30.125);
    assertThat(json.at("/jvm/pid").asLong()).isEqualTo(4711);
    assertThat(json.at("/agent/refusedClasses/0/class").asText()).isEqualTo("com.acme.OddMap");
    assertThat(json.at("/findings").isEmpty()).isTrue();
    assertThat(map.at("/class").asText()).isEqualTo("java.util.HashMap");
    assertThat(map.at("/wraps").isNull()).isTrue();
    assertThat(map.at("/site/field").asText()).isEqualTo("com.acme.shop.Sessions.byId");
    assertThat(map.at("/site/kind").asText()).isEqualTo("allocation");
    assertThat(names(map.at("/operations")))
        .containsExactlyElementsOf(Stream.of(Operation.values()).map(Operation::jsonName).toList());
    assertThat(map.at("/readRatio").asDouble())
        .isEqualTo(ReportSamples.shop().maps().get(1).operations().readRatio());
    assertThat(map.at("/misuse/overlapExamples/0/stacks/1/1").asText())
        .isEqualTo("com.acme.shop.Sessions.open:52");
  }

  @Test
  void findings_readByAnotherLibrary_haveTheContractsNamesAndValues() throws Exception {
    Report report = ReportSamples.shop().withFindings(FindingSamples.shop());
    JsonNode finding = JACKSON.readTree(ReportJson.toJson(report)).at("/findings/0");

    assertThat(names(finding))
        .containsExactly(
            "id",
            "rule",
            "severity",
            "map",
            "title",
            "explanation",
            "confidence",
            "evidence",
            "replacement",
            "caveats",
            "provenGain");
    assertThat(finding.at("/severity").asText()).isEqualTo("error");
    assertThat(finding.at("/map").asText()).isEqualTo(report.maps().get(1).id());
    assertThat(names(finding.at("/evidence"))).containsExactly("overlaps", "readRatio", "threads");
    assertThat(finding.at("/evidence/overlaps").isIntegralNumber()).isTrue();
    assertThat(finding.at("/evidence/readRatio").isFloatingPointNumber()).isTrue();
    assertThat(finding.at("/evidence/threads/1").asText()).isEqualTo("http-2");
    assertThat(names(finding.at("/replacement"))).containsExactly("kind", "type", "snippet");
    assertThat(finding.at("/caveats").size()).isEqualTo(2);
    assertThat(finding.at("/provenGain").isNull()).isTrue();
  }

  @Test
  void json_factsNotRecorded_areAbsent() throws Exception {
    JsonNode map = JACKSON.readTree(ReportJson.toJson(ReportSamples.shop())).at("/maps/3");

    assertThat(names(map))
        .containsExactly(
            "id",
            "class",
            "wraps",
            "site",
            "instances",
            "entries",
            "entriesGrowthPerSecond",
            "capacity",
            "threads",
            "coverage",
            "operations",
            "traversedEntries",
            "readRatio",
            "misuse");
  }

  @Test
  void contractsExample_read_keepsEveryFigure() throws Exception {
    String contract;
    try (InputStream in = ReportJson.class.getResourceAsStream("contract-complete.json")) {
      contract = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
    JsonNode expected = JACKSON.readTree(contract).at("/maps/0");
    JsonNode actual = JACKSON.readTree(ReportJson.toJson(ReportJson.read(contract))).at("/maps/0");
    ((ObjectNode) actual.at("/contention")).remove("attributions");
    ((ObjectNode) expected).remove("readRatio");
    ((ObjectNode) actual).remove("readRatio");

    assertThat(actual).isEqualTo(expected);
  }

  @Test
  void json_overheadNotMeasured_isNull() throws Exception {
    JsonNode json = JACKSON.readTree(ReportJson.toJson(ReportSamples.empty()));

    assertThat(json.at("/agent/overheadRatio").isNull()).isTrue();
  }

  @Test
  void json_dangerousCharacters_areEscaped() {
    assertThat(ReportJson.toJson(ReportSamples.nasty()))
        .contains("\\u2028\\u2029", "\\ud800x\\udc00", "\\u001b[31m\\u007f\\u009b", "\ud83d\ude00é")
        .doesNotContainPattern("[\\p{Cntrl}&&[^\n]]");
  }

  @Test
  void read_unknownProperties_areIgnored() throws Exception {
    String json =
        ReportJson.toJson(ReportSamples.shop())
            .replace("\"jvm\": {", "\"later\": [{\"deep\": [true]}], \"jvm\": {\"later\": null,")
            .replace("\"id\":", "\"later\": {\"keys\": 1}, \"id\":");

    assertThat(ReportJson.read(json)).isEqualTo(ReportSamples.shop());
  }

  @Test
  void read_byteOrderMark_isSkipped() throws Exception {
    String json = "\uFEFF" + ReportJson.toJson(ReportSamples.shop());

    assertThat(ReportJson.read(json.getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(ReportSamples.shop());
  }

  @Test
  void read_bytesThatAreNoText_isRefused() {
    assertThatThrownBy(() -> ReportJson.read(new byte[] {'{', (byte) 0xff, (byte) 0xfe}))
        .isInstanceOf(MalformedReport.class)
        .hasMessage("expected UTF-8 text, found bytes that are none");
  }

  private static List<String> names(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
