package io.mapscope.profile.json;

import io.mapscope.profile.Attribution;
import io.mapscope.profile.Certainty;
import io.mapscope.profile.Contention;
import io.mapscope.profile.LockWaits;
import io.mapscope.profile.Waits;
import java.io.IOException;
import java.util.List;

/** {@link Contention} in JSON, both ways. */
final class ContentionJson {

  private ContentionJson() {}

  static void write(JsonWriter json, Contention contention) throws IOException {
    json.name("count").value(contention.count());
    json.name("nanos").value(contention.nanos());
    MapFactsJson.inline(json, "monitor", contention.monitor(), ContentionJson::waits);
    MapFactsJson.inline(json, "lock", contention.lock(), ContentionJson::lock);
    json.name("counterCollisions").value(contention.counterCollisions());
    json.name("casFailures").value(contention.casFailures());
    json.name("resizeHelps").value(contention.resizeHelps());
    json.name("treeBinWaits").value(contention.treeBinWaits());
    MapFactsJson.list(json, "attributions", contention.attributions(), ContentionJson::attribution);
  }

  private static void waits(JsonWriter json, Waits waits) throws IOException {
    json.name("count").value(waits.count());
    json.name("nanos").value(waits.nanos());
  }

  private static void lock(JsonWriter json, LockWaits lock) throws IOException {
    json.name("count").value(lock.count());
    json.name("nanos").value(lock.nanos());
    json.name("class").value(lock.className());
  }

  private static void attribution(JsonWriter json, Attribution part) throws IOException {
    json.name("by").value(part.by());
    json.name("certainty").value(part.certainty().jsonName());
    json.name("count").value(part.count());
    json.name("nanos").value(part.nanos());
  }

  static Contention read(JsonCursor json) throws MalformedReport {
    List<Attribution> parts = json.optionalList("attributions", ContentionJson::attribution);
    return new Contention(
        json.get("count").longInteger(),
        json.get("nanos").longInteger(),
        json.optional("monitor", ContentionJson::waits),
        json.optional("lock", ContentionJson::lock),
        json.get("counterCollisions").longInteger(),
        json.get("casFailures").longInteger(),
        json.get("resizeHelps").longInteger(),
        json.get("treeBinWaits").longInteger(),
        parts == null ? List.of() : parts);
  }

  private static Waits waits(JsonCursor json) throws MalformedReport {
    return new Waits(json.get("count").longInteger(), json.get("nanos").longInteger());
  }

  private static LockWaits lock(JsonCursor json) throws MalformedReport {
    return new LockWaits(
        json.get("count").longInteger(),
        json.get("nanos").longInteger(),
        json.get("class").nullableString());
  }

  private static Attribution attribution(JsonCursor json) throws MalformedReport {
    return new Attribution(
        json.get("by").string(),
        json.get("certainty").as(certainty -> Certainty.ofJsonName(certainty.string())),
        json.get("count").longInteger(),
        json.get("nanos").longInteger());
  }
}
