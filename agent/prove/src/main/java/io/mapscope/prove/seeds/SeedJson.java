package io.mapscope.prove.seeds;

import io.mapscope.profile.ProvenRatio;
import io.mapscope.profile.json.JsonWriter;
import io.mapscope.prove.seeds.SeedResult.Measured;
import io.mapscope.prove.seeds.SeedResult.Row;
import io.mapscope.prove.seeds.SeedResult.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * A result as JSON, with every round of every form; its JSON Schema is {@value #SCHEMA_RESOURCE}
 * beside this class.
 */
public final class SeedJson {

  /** Name of the JSON Schema, relative to this class. */
  static final String SCHEMA_RESOURCE = "seeds-schema-1.json";

  /** Raised when a reader would have to change. */
  private static final int SCHEMA = 1;

  private final JsonWriter json;

  private SeedJson(JsonWriter json) {
    this.json = json;
  }

  /** The whole result. */
  public static String of(SeedResult result) {
    StringBuilder text = new StringBuilder();
    try {
      JsonWriter json = new JsonWriter(text);
      new SeedJson(json).write(result);
      json.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private void write(SeedResult result) throws IOException {
    SeedPlan plan = result.plan();
    json.open('{').name("schema").value(SCHEMA);
    json.name("begunAt").value(result.begunAt().toString());
    json.name("machine").value(result.machine());
    json.name("jvmOptions").openInline('[');
    for (String option : result.jvmOptions()) {
      json.value(option);
    }
    json.close(']');
    known("loadBefore", result.loadBefore() < 0 ? Double.NaN : result.loadBefore());
    json.name("seed").value(plan.seed());
    json.name("quick").value(plan.quick());
    json.name("rounds").value(plan.rounds());
    json.name("forkSeconds").value(plan.forkSeconds());
    json.name("complete").value(result.complete());
    json.name("experiments").open('[');
    for (Measured measured : result.experiments()) {
      experiment(measured);
    }
    json.close(']').close('}');
  }

  private void experiment(Measured measured) throws IOException {
    Experiment experiment = measured.experiment();
    json.open('{').name("id").value(experiment.id());
    json.name("title").value(experiment.title());
    json.name("seed").value(experiment.seedClaim());
    known("seedRatio", experiment.seedRatio());
    json.name("cases").open('[');
    for (Table table : measured.cases()) {
      table(table);
    }
    json.close(']').close('}');
  }

  private void table(Table table) throws IOException {
    json.open('{').name("title").value(table.title());
    json.name("threads").value(table.threads());
    json.name("forms").open('[');
    for (Row row : table.rows()) {
      row(row);
    }
    json.close(']').close('}');
  }

  private void row(Row row) throws IOException {
    json.open('{').name("name").value(row.title());
    json.name("reproduces").value(row.reproduces());
    json.name("verdict").value(row.verdict().jsonName());
    @Nullable ProvenRatio ratio = row.ratio();
    if (ratio != null) {
      json.name("ratio").openInline('{');
      json.name("estimate").value(ratio.estimate());
      json.name("low").value(ratio.low());
      json.name("high").value(ratio.high()).close('}');
    }
    json.name("operationsPerSecond").openInline('[');
    for (double round : row.operationsPerSecond()) {
      json.value(round);
    }
    json.close(']');
    known("p50Nanos", row.p50Nanos());
    known("p99Nanos", row.p99Nanos());
    known("besidePerSecond", row.besidePerSecond());
    known("bytesPerOperation", row.bytesPerOperation());
    known("gcNanosPerSecond", row.gcNanosPerSecond());
    known("gcPauseNanos", row.gcPauseNanos());
    known("tornRatio", row.tornRatio());
    if (row.problem() != null) {
      json.name("problem").value(row.problem());
    }
    json.close('}');
  }

  private void known(String name, double value) throws IOException {
    if (!Double.isNaN(value)) {
      json.name(name).value(value);
    }
  }
}
