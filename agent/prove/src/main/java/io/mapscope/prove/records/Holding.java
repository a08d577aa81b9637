package io.mapscope.prove.records;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A value of the map that is serialized: small, flat, of several types. */
public record Holding(String name, long units, double price, boolean active)
    implements Serializable {

  /** One of many. */
  public static Holding sample(int number) {
    return new Holding("holding " + number, number * 37L, number / 8.0, number % 3 != 0);
  }

  /** The holding of a map as {@link #toMap} makes it, field by field. */
  public static Holding ofMap(Map<String, ? extends @Nullable Object> map) {
    return new Holding(
        (String) Objects.requireNonNull(map.get("name")),
        (Long) Objects.requireNonNull(map.get("units")),
        (Double) Objects.requireNonNull(map.get("price")),
        (Boolean) Objects.requireNonNull(map.get("active")));
  }

  /** The components by their names, field by field. */
  public Map<String, @Nullable Object> toMap() {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    map.put("name", name);
    map.put("units", units);
    map.put("price", price);
    map.put("active", active);
    return map;
  }
}
