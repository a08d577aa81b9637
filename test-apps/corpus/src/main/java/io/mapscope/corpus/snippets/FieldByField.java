package io.mapscope.corpus.snippets;

import java.util.Map;

/** Turns a record into a map and back by naming the fields, without reflection. */
public final class FieldByField {

  private FieldByField() {}

  // snippet
  record Order(String id, long cents) {

    Map<String, Object> toMap() {
      return Map.of("id", id, "cents", cents);
    }

    static Order of(Map<String, Object> map) {
      return new Order((String) map.getOrDefault("id", ""), (Long) map.getOrDefault("cents", 0L));
    }
  }
  // end of snippet
}
