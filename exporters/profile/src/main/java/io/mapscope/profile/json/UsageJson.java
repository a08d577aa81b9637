package io.mapscope.profile.json;

import io.mapscope.profile.CallSite;
import io.mapscope.profile.HotKey;
import io.mapscope.profile.Nulls;
import io.mapscope.profile.Shape;
import java.io.IOException;

/** {@link Nulls}, {@link HotKey}, {@link CallSite} and {@link Shape} in JSON, both ways. */
final class UsageJson {

  private UsageJson() {}

  static void nulls(JsonWriter json, Nulls nulls) throws IOException {
    json.name("keys").value(nulls.keys());
    json.name("values").value(nulls.values());
  }

  static Nulls nulls(JsonCursor json) throws MalformedReport {
    return new Nulls(json.get("keys").longInteger(), json.get("values").longInteger());
  }

  static void hotKey(JsonWriter json, HotKey hotKey) throws IOException {
    json.name("key").value(hotKey.key());
    json.name("share").value(hotKey.share());
  }

  static HotKey hotKey(JsonCursor json) throws MalformedReport {
    return new HotKey(json.get("key").string(), json.get("share").number());
  }

  static void callSite(JsonWriter json, CallSite callSite) throws IOException {
    json.name("frame").value(callSite.frame());
    json.name("operation").value(callSite.operation());
    json.name("share").value(callSite.share());
  }

  static CallSite callSite(JsonCursor json) throws MalformedReport {
    return new CallSite(
        json.get("frame").string(), json.get("operation").string(), json.get("share").number());
  }

  static void shape(JsonWriter json, Shape shape) throws IOException {
    json.known("mutableValues", shape.mutableValues());
    json.known("valueSamples", shape.valueSamples());
    json.known("insertionOrderTraversals", shape.insertionOrderTraversals());
    json.known("hotBins", shape.hotBins());
    json.known("treeBins", shape.treeBins());
    json.known("watchedValues", shape.watchedValues());
    json.known("changedValues", shape.changedValues());
    json.known("lockedValues", shape.lockedValues());
  }

  static Shape shape(JsonCursor json) throws MalformedReport {
    return new Shape(
        json.known("mutableValues"),
        json.known("valueSamples"),
        json.known("insertionOrderTraversals"),
        json.known("hotBins"),
        json.known("treeBins"),
        json.known("watchedValues"),
        json.known("changedValues"),
        json.known("lockedValues"));
  }
}
