package io.mapscope.behaviour;

import com.google.common.collect.testing.TestStringSortedMapGenerator;
import java.util.Map.Entry;
import java.util.SortedMap;
import java.util.function.Supplier;

/** Makes the sorted maps under test: an empty one, filled by {@code put}. */
final class SortedStringMaps extends TestStringSortedMapGenerator {
  private final Supplier<? extends SortedMap<String, String>> empty;

  SortedStringMaps(Supplier<? extends SortedMap<String, String>> empty) {
    this.empty = empty;
  }

  @Override
  protected SortedMap<String, String> create(Entry<String, String>[] entries) {
    final SortedMap<String, String> map = empty.get();
    for (final Entry<String, String> entry : entries) {
      map.put(entry.getKey(), entry.getValue());
    }
    return map;
  }
}
