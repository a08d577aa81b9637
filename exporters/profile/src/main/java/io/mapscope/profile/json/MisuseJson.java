package io.mapscope.profile.json;

import io.mapscope.profile.Misuse;
import io.mapscope.profile.MisuseExample;
import io.mapscope.profile.MisuseKind;
import io.mapscope.profile.OverlapExample;
import java.io.IOException;
import java.util.List;

/** The properties of a {@link Misuse} in JSON, both ways. */
final class MisuseJson {

  private MisuseJson() {}

  /** Writes the properties into the object that is open. */
  static void write(JsonWriter json, Misuse misuse) throws IOException {
    json.name("overlaps").value(misuse.overlaps());
    json.name("overlapExamples").open('[');
    for (OverlapExample example : misuse.overlapExamples()) {
      json.open('{');
      stacks(json, example.stacks());
      json.close('}');
    }
    json.close(']');
    for (MisuseKind kind : MisuseKind.COUNTED) {
      json.known(kind.jsonName(), misuse.count(kind));
    }
    json.known("traversalsWatched", misuse.traversalsWatched());
    json.known("maxWritesDuringTraversal", misuse.mostWritesDuringTraversal());
    if (!misuse.examples().isEmpty()) {
      examples(json, misuse.examples());
    }
  }

  private static void examples(JsonWriter json, List<MisuseExample> examples) throws IOException {
    json.name("examples").open('[');
    for (MisuseExample example : examples) {
      json.open('{');
      json.name("kind").value(example.kind().jsonName());
      stacks(json, example.stacks());
      json.close('}');
    }
    json.close(']');
  }

  private static void stacks(JsonWriter json, List<List<String>> stacks) throws IOException {
    json.name("stacks").open('[');
    for (List<String> stack : stacks) {
      json.open('[');
      for (String frame : stack) {
        json.value(frame);
      }
      json.close(']');
    }
    json.close(']');
  }

  static Misuse read(JsonCursor json) throws MalformedReport {
    List<MisuseExample> examples = json.optionalList("examples", MisuseJson::example);
    return new Misuse(
        json.get("overlaps").longInteger(),
        json.get("overlapExamples").list(example -> new OverlapExample(stacks(example))),
        json.known(MisuseKind.CHECK_THEN_ACT.jsonName()),
        json.known(MisuseKind.LOST_RACE.jsonName()),
        json.known(MisuseKind.TORN_TRAVERSAL.jsonName()),
        json.known("traversalsWatched"),
        json.known("maxWritesDuringTraversal"),
        json.known(MisuseKind.CONCURRENT_MODIFICATION.jsonName()),
        examples == null ? List.of() : examples);
  }

  private static MisuseExample example(JsonCursor json) throws MalformedReport {
    return new MisuseExample(
        json.get("kind").as(kind -> MisuseKind.ofJsonName(kind.string())), stacks(json));
  }

  private static List<List<String>> stacks(JsonCursor json) throws MalformedReport {
    return json.get("stacks").list(stack -> stack.list(JsonCursor::string));
  }
}
