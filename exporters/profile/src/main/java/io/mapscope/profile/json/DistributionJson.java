package io.mapscope.profile.json;

import io.mapscope.profile.Distribution;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@link Distribution} in JSON, both ways: a property that is absent when it was not recorded. */
final class DistributionJson {

  private DistributionJson() {}

  static void write(JsonWriter json, String name, @Nullable Distribution histogram)
      throws IOException {
    if (histogram == null) {
      return;
    }
    json.name(name).openInline('{');
    json.name("counts").openInline('[');
    for (long count : histogram.counts()) {
      json.value(count);
    }
    json.close(']');
    json.name("sum").value(histogram.sum());
    json.close('}');
  }

  /** The property, which must have a count for each of {@code bounds} and one more. */
  static @Nullable Distribution read(JsonCursor json, String name, List<Long> bounds)
      throws MalformedReport {
    return json.optional(
        name,
        at -> {
          List<Long> counts = at.get("counts").list(JsonCursor::longInteger);
          if (counts.size() != bounds.size() + 1) {
            throw at.fault("expected " + (bounds.size() + 1) + " counts, found " + counts.size());
          }
          return new Distribution(counts, at.get("sum").longInteger());
        });
  }
}
