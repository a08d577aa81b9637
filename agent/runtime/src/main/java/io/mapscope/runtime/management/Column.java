package io.mapscope.runtime.management;

import java.util.function.Function;
import javax.management.openmbean.OpenType;
import javax.management.openmbean.SimpleType;
import org.jspecify.annotations.Nullable;

/**
 * One column of an open table.
 *
 * @param value of a row; null where it was not measured
 */
record Column<T>(
    String name, String description, OpenType<?> type, Function<T, @Nullable Object> value) {

  static <T> Column<T> text(String name, String description, Function<T, @Nullable Object> value) {
    return new Column<>(name, description, SimpleType.STRING, value);
  }

  static <T> Column<T> count(String name, String description, Function<T, @Nullable Object> value) {
    return new Column<>(name, description, SimpleType.LONG, value);
  }

  static <T> Column<T> ratio(String name, String description, Function<T, @Nullable Object> value) {
    return new Column<>(name, description, SimpleType.DOUBLE, value);
  }

  static <T> Column<T> flag(String name, String description, Function<T, @Nullable Object> value) {
    return new Column<>(name, description, SimpleType.BOOLEAN, value);
  }

  static <T> Column<T> texts(String name, String description, Function<T, @Nullable Object> value) {
    return new Column<>(name, description, OpenTypes.TEXTS, value);
  }
}
