package io.mapscope.prove.seeds;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What programs that read the seeds' results may rely on. */
final class SeedSchemaTest {
  private final SchemaRegistry registry =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
  private String text = "";

  @BeforeEach
  void readSchema() throws IOException {
    try (InputStream in = SeedJson.class.getResourceAsStream(SeedJson.SCHEMA_RESOURCE)) {
      text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void schemaItself_isValidAgainstItsDialect() {
    Schema dialect =
        registry.getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));

    assertThat(dialect.validate(text, InputFormat.JSON)).isEmpty();
  }

  @Test
  void writtenResult_isValid() {
    assertThat(faults(SeedJson.of(SeedOutputTest.result()))).isEmpty();
  }

  /** A name that the schema does not know would be a fact that no reader is told of. */
  @Test
  void writtenResult_hasNoNameThatTheSchemaLacks() {
    String strict =
        text.replace(
            "\"type\": \"object\",", "\"type\": \"object\", \"additionalProperties\": false,");
    Schema schema = registry.getSchema(strict, InputFormat.JSON);

    assertThat(strict).isNotEqualTo(text);
    assertThat(schema.validate(SeedJson.of(SeedOutputTest.result()), InputFormat.JSON)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"schema\": 1|\"schema\": 2",
        "\"complete\": true|\"complete\": 1",
        "\"verdict\": \"faster\"|\"verdict\": \"quicker\"",
        "\"id\": \"conversion\"|\"id\": \"other\"",
        "\"threads\": 2|\"threads\": 0",
        "\"operationsPerSecond\"|\"turnsPerSecond\"",
        "20:00:00Z|noon",
      })
  void wrongResult_isNotValid(String change) {
    String json = SeedJson.of(SeedOutputTest.result());
    String[] parts = change.split("\\|", 2);
    String wrong = json.replace(parts[0], parts[1]);

    assertThat(wrong).isNotEqualTo(json);
    assertThat(faults(wrong)).isNotEmpty();
  }

  private List<Error> faults(String json) {
    return registry.getSchema(text, InputFormat.JSON).validate(json, InputFormat.JSON);
  }
}
