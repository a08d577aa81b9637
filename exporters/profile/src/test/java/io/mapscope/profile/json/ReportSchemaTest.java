package io.mapscope.profile.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.mapscope.profile.FindingSamples;
import io.mapscope.profile.Report;
import io.mapscope.profile.ReportSamples;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportSchemaTest {

  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
  private static final Schema SCHEMA = schema();

  static Stream<Report> samples() {
    return ReportJsonTest.samples();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void writtenReport_isValid(Report report) {
    assertThat(faults(ReportJson.toJson(report))).isEmpty();
  }

  @Test
  void schemaItself_isValidAgainstItsDialect() {
    Schema dialect =
        REGISTRY.getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));

    assertThat(dialect.validate(resource(ReportJson.SCHEMA_RESOURCE), InputFormat.JSON)).isEmpty();
  }

  @Test
  void reportWithAllFactsOfTheContract_isValidAndReadable() throws Exception {
    String json = resource("contract-complete.json");

    assertThat(faults(json)).isEmpty();
    assertThat(ReportJson.read(json).maps()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"getHit\": 1203441|\"getHit\": -1",
        "\"coverage\": 1.0|\"coverage\": 2",
        "\"schema\": 1|\"schema\": 2",
        "\"kind\": \"overflow\"|\"kind\": \"other\"",
        "\"gc\": \"G1\"|\"collector\": \"G1\"",
        "\"findings\": [|\"findings\": [{},",
        "\"wraps\": null|\"wraps\": 1",
        "12:00:00.125Z|noon",
        "\"severity\": \"error\"|\"severity\": \"fatal\"",
        "\"overlaps\": 1407|\"overlaps\": null",
        "\"kind\": \"concurrent\"|\"sort\": \"concurrent\"",
        "\"confidence\": 1.0|\"confidence\": 1.5",
        "\"threads\": [\"http-1\"|\"threads\": [[]",
      })
  void wrongReport_isNotValid(String change) {
    String json = ReportJson.toJson(ReportSamples.shop().withFindings(FindingSamples.shop()));
    String[] parts = change.split("\\|", 2);
    String wrong = json.replace(parts[0], parts[1]);

    assertThat(wrong).isNotEqualTo(json);
    assertThat(faults(wrong)).isNotEmpty();
  }

  private static List<Error> faults(String json) {
    return SCHEMA.validate(json, InputFormat.JSON);
  }

  private static Schema schema() {
    return REGISTRY.getSchema(resource(ReportJson.SCHEMA_RESOURCE), InputFormat.JSON);
  }

  private static String resource(String name) {
    try (InputStream in = ReportJson.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
