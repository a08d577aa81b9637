package io.mapscope.profile.json;

import io.mapscope.profile.Allocation;
import io.mapscope.profile.Copies;
import io.mapscope.profile.Distribution;
import io.mapscope.profile.Serialization;
import java.io.IOException;

/** {@link Allocation}, {@link Copies} and {@link Serialization} in JSON, both ways. */
final class BulkJson {

  private BulkJson() {}

  static void allocation(JsonWriter json, Allocation allocation) throws IOException {
    json.name("bytes").value(allocation.bytes());
    json.name("nodes").value(allocation.nodes());
    json.name("tableBytes").value(allocation.tableBytes());
    json.name("resizes").value(allocation.resizes());
    json.known("retainedBytes", allocation.retainedBytes());
  }

  static Allocation allocation(JsonCursor json) throws MalformedReport {
    return new Allocation(
        json.get("bytes").longInteger(),
        json.get("nodes").longInteger(),
        json.get("tableBytes").longInteger(),
        json.get("resizes").longInteger(),
        json.known("retainedBytes"));
  }

  static void copies(JsonWriter json, Copies copies) throws IOException {
    json.name("count").value(copies.count());
    json.name("entries").value(copies.entries());
    json.name("nanos").value(copies.nanos());
    json.name("bytes").value(copies.bytes());
    json.name("torn").value(copies.torn());
    json.name("maxWritesMeanwhile").value(copies.maxWritesMeanwhile());
    DistributionJson.write(json, "nanosHistogram", copies.nanosHistogram());
  }

  static Copies copies(JsonCursor json) throws MalformedReport {
    return new Copies(
        json.get("count").longInteger(),
        json.get("entries").longInteger(),
        json.get("nanos").longInteger(),
        json.get("bytes").longInteger(),
        json.get("torn").longInteger(),
        json.get("maxWritesMeanwhile").longInteger(),
        DistributionJson.read(json, "nanosHistogram", Distribution.NANOS_BOUNDS));
  }

  static void serialization(JsonWriter json, Serialization serialization) throws IOException {
    json.name("format").value(serialization.format());
    json.name("count").value(serialization.count());
    json.name("entries").value(serialization.entries());
    json.known("bytes", serialization.bytes());
    json.name("nanos").value(serialization.nanos());
    json.known("allocatedBytes", serialization.allocatedBytes());
    json.name("torn").value(serialization.torn());
    json.known("redundant", serialization.redundant());
    DistributionJson.write(json, "nanosHistogram", serialization.nanosHistogram());
    DistributionJson.write(json, "bytesHistogram", serialization.bytesHistogram());
  }

  static Serialization serialization(JsonCursor json) throws MalformedReport {
    return new Serialization(
        json.get("format").string(),
        json.get("count").longInteger(),
        json.get("entries").longInteger(),
        json.known("bytes"),
        json.get("nanos").longInteger(),
        json.known("allocatedBytes"),
        json.get("torn").longInteger(),
        json.known("redundant"),
        DistributionJson.read(json, "nanosHistogram", Distribution.NANOS_BOUNDS),
        DistributionJson.read(json, "bytesHistogram", Distribution.BYTES_BOUNDS));
  }
}
