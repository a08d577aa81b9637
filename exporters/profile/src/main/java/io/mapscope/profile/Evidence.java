package io.mapscope.profile;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What a finding's evidence may hold, so that every format can carry it. */
final class Evidence {

  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9]*");

  private Evidence() {}

  /** An unmodifiable copy in the same order; narrower numbers become Long and Double. */
  static Map<String, Object> copyOf(Map<String, ?> evidence) {
    Map<String, Object> copy = new LinkedHashMap<>();
    for (Map.Entry<String, ?> entry : evidence.entrySet()) {
      String name = entry.getKey();
      if (!NAME.matcher(name).matches()) {
        throw new IllegalArgumentException(
            "a name in evidence must be of ASCII letters and digits, but is \"" + name + "\"");
      }
      copy.put(name, checked(name, entry.getValue()));
    }
    return Collections.unmodifiableMap(copy);
  }

  private static Object checked(String name, Object value) {
    if (value instanceof Long || value instanceof Integer) {
      return ((Number) value).longValue();
    }
    if (value instanceof Double || value instanceof Float) {
      return Require.finite(((Number) value).doubleValue(), "evidence." + name);
    }
    if (value instanceof String) {
      return value;
    }
    if (value instanceof Collection<?> texts && texts.stream().allMatch(String.class::isInstance)) {
      return List.copyOf(texts);
    }
    throw new IllegalArgumentException(
        "evidence." + name + " must be a number, a text or texts, but is " + value);
  }
}
