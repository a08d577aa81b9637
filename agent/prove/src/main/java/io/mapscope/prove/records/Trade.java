package io.mapscope.prove.records;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A record as services have them; what the conversions convert. */
public record Trade(
    String id,
    String symbol,
    long account,
    int quantity,
    double price,
    boolean open,
    String venue,
    long createdMillis,
    List<String> tags,
    String note) {

  /** Copies the list. */
  public Trade {
    tags = List.copyOf(tags);
  }

  /** One for trying. */
  public static Trade sample(int number) {
    return new Trade(
        "T-" + number,
        "ACME",
        4_000_000_000L + number,
        100 + number % 50,
        17.25,
        number % 2 == 0,
        "XETR",
        1_767_225_600_000L + number,
        List.of("limit", "day"),
        "as agreed by telephone");
  }

  /** The trade of a map as {@link #toMap} makes it, field by field. */
  @SuppressWarnings({"unchecked", "NullAway"}) // the map is one of toMap
  public static Trade ofMap(Map<String, ? extends @Nullable Object> map) {
    return new Trade(
        (String) map.get("id"),
        (String) map.get("symbol"),
        (long) map.get("account"),
        (int) map.get("quantity"),
        (double) map.get("price"),
        (boolean) map.get("open"),
        (String) map.get("venue"),
        (long) map.get("createdMillis"),
        (List<String>) map.get("tags"),
        (String) map.get("note"));
  }

  /** The components by their names, field by field. */
  public Map<String, @Nullable Object> toMap() {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    map.put("id", id);
    map.put("symbol", symbol);
    map.put("account", account);
    map.put("quantity", quantity);
    map.put("price", price);
    map.put("open", open);
    map.put("venue", venue);
    map.put("createdMillis", createdMillis);
    map.put("tags", tags);
    map.put("note", note);
    return map;
  }
}
