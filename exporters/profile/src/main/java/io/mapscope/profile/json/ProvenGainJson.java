package io.mapscope.profile.json;

import io.mapscope.profile.ProvenCandidate;
import io.mapscope.profile.ProvenGain;
import io.mapscope.profile.ProvenRatio;
import io.mapscope.profile.ProvenVerdict;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@link ProvenGain} in JSON, both ways. What is told of the advised candidate stands at the top,
 * too, for programs that want one figure; reading takes it from the candidates.
 */
final class ProvenGainJson {

  private ProvenGainJson() {}

  static void write(JsonWriter json, @Nullable ProvenGain gain) throws IOException {
    if (gain == null) {
      json.nullValue();
      return;
    }
    json.open('{');
    headline(json, gain);
    json.name("threads").value(gain.threads());
    json.name("entries").value(gain.entries());
    json.name("seed").value(gain.seed());
    json.name("rounds").value(gain.rounds());
    json.name("complete").value(gain.complete());
    json.name("measuredOn").value(gain.measuredOn());
    json.name("candidates").open('[');
    for (ProvenCandidate candidate : gain.candidates()) {
      candidate(json, candidate);
    }
    json.close(']');
    texts(json, "reproduced", gain.reproduced());
    texts(json, "notReproduced", gain.notReproduced());
    texts(json, "otherMachine", gain.otherMachine());
    json.close('}');
  }

  private static void headline(JsonWriter json, ProvenGain gain) throws IOException {
    ProvenCandidate baseline = gain.baseline();
    ProvenCandidate advised = gain.advisedCandidate();
    json.name("baseline").value(baseline == null ? null : baseline.name());
    json.name("advised").value(gain.advised());
    if (advised != null) {
      json.name("verdict").value(advised.verdict().jsonName());
      speedup(json, advised.speedup());
    }
  }

  private static void candidate(JsonWriter json, ProvenCandidate candidate) throws IOException {
    json.open('{');
    json.name("name").value(candidate.name());
    json.name("verdict").value(candidate.verdict().jsonName());
    measured(json, "operationsPerSecond", candidate.operationsPerSecond());
    speedup(json, candidate.speedup());
    measured(json, "p50Nanos", candidate.p50Nanos());
    measured(json, "p99Nanos", candidate.p99Nanos());
    measured(json, "allocatedBytesPerOperation", candidate.allocatedBytesPerOperation());
    measured(json, "retainedBytesPerEntry", candidate.retainedBytesPerEntry());
    measured(json, "gcPauseNanosPerSecond", candidate.gcPauseNanosPerSecond());
    texts(json, "differences", candidate.differences());
    if (candidate.problem() != null) {
      json.name("problem").value(candidate.problem());
    }
    json.close('}');
  }

  private static void speedup(JsonWriter json, @Nullable ProvenRatio ratio) throws IOException {
    if (ratio != null) {
      json.name("speedup").value(ratio.estimate());
      json.name("speedupLow").value(ratio.low());
      json.name("speedupHigh").value(ratio.high());
    }
  }

  private static void measured(JsonWriter json, String name, double value) throws IOException {
    if (!Double.isNaN(value)) {
      json.name(name).value(value);
    }
  }

  private static void texts(JsonWriter json, String name, List<String> texts) throws IOException {
    json.name(name).open('[');
    for (String text : texts) {
      json.value(text);
    }
    json.close(']');
  }

  static ProvenGain read(JsonCursor json) throws MalformedReport {
    return new ProvenGain(
        json.get("advised").nullableString(),
        json.get("threads").integer(),
        json.get("entries").longInteger(),
        json.get("seed").longInteger(),
        json.get("rounds").integer(),
        json.get("complete").bool(),
        json.get("measuredOn").string(),
        json.get("candidates").list(ProvenGainJson::readCandidate),
        json.get("reproduced").list(JsonCursor::string),
        json.get("notReproduced").list(JsonCursor::string),
        json.get("otherMachine").list(JsonCursor::string));
  }

  private static ProvenCandidate readCandidate(JsonCursor json) throws MalformedReport {
    return new ProvenCandidate(
        json.get("name").string(),
        json.get("verdict").as(verdict -> ProvenVerdict.ofJsonName(verdict.string())),
        measured(json, "operationsPerSecond"),
        json.has("speedup") ? json.as(ProvenGainJson::readRatio) : null,
        measured(json, "p50Nanos"),
        measured(json, "p99Nanos"),
        measured(json, "allocatedBytesPerOperation"),
        measured(json, "retainedBytesPerEntry"),
        measured(json, "gcPauseNanosPerSecond"),
        json.get("differences").list(JsonCursor::string),
        json.optional("problem", JsonCursor::string));
  }

  private static ProvenRatio readRatio(JsonCursor json) throws MalformedReport {
    return new ProvenRatio(
        json.get("speedup").number(),
        json.get("speedupLow").number(),
        json.get("speedupHigh").number());
  }

  private static double measured(JsonCursor json, String name) throws MalformedReport {
    return json.has(name) ? json.get(name).number() : Double.NaN;
  }
}
