package io.mapscope.behaviour;

import com.google.common.collect.testing.TestStringMapGenerator;
import java.util.Map;
import java.util.Map.Entry;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Makes the maps under test: an empty one, filled by {@code put}, then finished. */
final class StringMaps extends TestStringMapGenerator {
  private final Supplier<? extends Map<String, String>> empty;
  private final UnaryOperator<Map<String, String>> finish;

  /**
   * A source of maps.
   *
   * @param finish makes the map under test from the filled one: wraps or copies it
   */
  StringMaps(
      Supplier<? extends Map<String, String>> empty, UnaryOperator<Map<String, String>> finish) {
    this.empty = empty;
    this.finish = finish;
  }

  @Override
  protected Map<String, String> create(Entry<String, String>[] entries) {
    final Map<String, String> map = empty.get();
    for (final Entry<String, String> entry : entries) {
      map.put(entry.getKey(), entry.getValue());
    }
    return finish.apply(map);
  }
}
