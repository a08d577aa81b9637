package io.mapscope.profile.json;

import io.mapscope.profile.Activity;
import io.mapscope.profile.History;
import io.mapscope.profile.Lives;
import io.mapscope.profile.Nature;
import io.mapscope.profile.Spread;
import java.io.IOException;
import java.util.List;

/**
 * {@link Nature}, {@link History}, {@link Activity}, {@link Lives} and {@link Spread} in JSON, both
 * ways.
 */
final class BuildJson {

  private BuildJson() {}

  static void nature(JsonWriter json, Nature nature) throws IOException {
    json.name("base").value(nature.base());
    json.name("accessOrder").value(nature.accessOrder());
    json.name("evicts").value(nature.evicts());
    json.name("comparator").value(nature.comparator());
  }

  static Nature nature(JsonCursor json) throws MalformedReport {
    return new Nature(
        json.get("base").nullableString(),
        json.get("accessOrder").bool(),
        json.get("evicts").bool(),
        json.get("comparator").bool());
  }

  static void history(JsonWriter json, History history) throws IOException {
    json.name("periodSeconds").value(history.periodSeconds());
    counts(json, "largestEntries", history.largestEntries());
  }

  static History history(JsonCursor json) throws MalformedReport {
    return new History(
        json.get("periodSeconds").number(),
        json.get("largestEntries").list(JsonCursor::longInteger));
  }

  static void activity(JsonWriter json, Activity activity) throws IOException {
    json.name("seconds").openInline('[');
    for (double moment : activity.seconds()) {
      json.value(moment);
    }
    json.close(']');
    counts(json, "operations", activity.operations());
    counts(json, "blockedNanos", activity.blockedNanos());
  }

  static Activity activity(JsonCursor json) throws MalformedReport {
    return new Activity(
        json.get("seconds").list(JsonCursor::number),
        json.get("operations").list(JsonCursor::longInteger),
        json.get("blockedNanos").list(JsonCursor::longInteger));
  }

  private static void counts(JsonWriter json, String name, List<Long> counts) throws IOException {
    json.name(name).openInline('[');
    for (long count : counts) {
      json.value(count);
    }
    json.close(']');
  }

  static void lives(JsonWriter json, Lives lives) throws IOException {
    json.name("ended").value(lives.ended());
    json.name("shared").value(lives.shared());
    json.name("unused").value(lives.unused());
    json.name("resized").value(lives.resized());
    json.name("endedResizes").value(lives.endedResizes());
    json.known("finalCapacityP10", lives.finalCapacityP10());
    json.known("finalCapacityP50", lives.finalCapacityP50());
    json.known("finalCapacityP90", lives.finalCapacityP90());
    json.name("sparse").value(lives.sparse());
    json.name("spareBytes").value(lives.spareBytes());
  }

  static Lives lives(JsonCursor json) throws MalformedReport {
    return new Lives(
        json.get("ended").longInteger(),
        json.get("shared").longInteger(),
        json.get("unused").longInteger(),
        json.get("resized").longInteger(),
        json.get("endedResizes").longInteger(),
        json.known("finalCapacityP10"),
        json.known("finalCapacityP50"),
        json.known("finalCapacityP90"),
        json.get("sparse").longInteger(),
        json.get("spareBytes").longInteger());
  }

  static void spread(JsonWriter json, Spread spread) throws IOException {
    json.name("binsLooked").value(spread.binsLooked());
    json.name("binsOccupied").value(spread.binsOccupied());
    json.name("binsExpected").value(spread.binsExpected());
    json.name("entriesLooked").value(spread.entriesLooked());
  }

  static Spread spread(JsonCursor json) throws MalformedReport {
    return new Spread(
        json.get("binsLooked").longInteger(),
        json.get("binsOccupied").longInteger(),
        json.get("binsExpected").number(),
        json.get("entriesLooked").longInteger());
  }
}
