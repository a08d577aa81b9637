package io.mapscope.benchmarks.scaling;

import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;

/**
 * A map that is not the JDK's, as a library's cache would be to the agent: reading it touches
 * nothing that anybody writes.
 */
class OneWordMap extends AbstractMap<Integer, Integer> {
  private final Integer[] values;

  /** Holds the numbers below {@code size}, each for itself. */
  OneWordMap(int size) {
    values = new Integer[size];
    for (int i = 0; i < size; i++) {
      values[i] = i;
    }
  }

  @Override
  public Integer get(Object key) {
    return values[(Integer) key];
  }

  @Override
  public int size() {
    return values.length;
  }

  @Override
  public Set<Map.Entry<Integer, Integer>> entrySet() {
    throw new UnsupportedOperationException("nobody walks this map");
  }
}
