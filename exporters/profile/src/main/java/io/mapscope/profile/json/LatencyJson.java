package io.mapscope.profile.json;

import io.mapscope.profile.Distribution;
import io.mapscope.profile.Latency;
import io.mapscope.profile.Quantiles;
import java.io.IOException;

/** {@link Latency} in JSON, both ways. */
final class LatencyJson {

  private LatencyJson() {}

  static void write(JsonWriter json, Latency latency) throws IOException {
    MapFactsJson.inline(json, "write", latency.write(), LatencyJson::quantiles);
    MapFactsJson.inline(json, "compute", latency.compute(), LatencyJson::quantiles);
    MapFactsJson.inline(json, "function", latency.function(), LatencyJson::quantiles);
    MapFactsJson.inline(json, "between", latency.between(), LatencyJson::quantiles);
    json.known("recursions", latency.recursions());
  }

  private static void quantiles(JsonWriter json, Quantiles quantiles) throws IOException {
    json.name("p50").value(quantiles.p50());
    json.name("p99").value(quantiles.p99());
    json.name("max").value(quantiles.max());
    json.name("samples").value(quantiles.samples());
    DistributionJson.write(json, "histogram", quantiles.histogram());
  }

  static Latency read(JsonCursor json) throws MalformedReport {
    return new Latency(
        json.optional("write", LatencyJson::quantiles),
        json.optional("compute", LatencyJson::quantiles),
        json.optional("function", LatencyJson::quantiles),
        json.optional("between", LatencyJson::quantiles),
        json.known("recursions"));
  }

  private static Quantiles quantiles(JsonCursor json) throws MalformedReport {
    return new Quantiles(
        json.get("p50").longInteger(),
        json.get("p99").longInteger(),
        json.get("max").longInteger(),
        json.get("samples").longInteger(),
        DistributionJson.read(json, "histogram", Distribution.NANOS_BOUNDS));
  }
}
