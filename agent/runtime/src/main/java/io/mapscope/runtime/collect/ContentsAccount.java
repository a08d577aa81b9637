package io.mapscope.runtime.collect;

import io.mapscope.profile.MapFacts;
import io.mapscope.profile.Nulls;
import io.mapscope.profile.Shape;
import java.util.MapscopeContents;
import java.util.MapscopeOperation;
import org.jspecify.annotations.Nullable;

/**
 * What a replacement of the maps would break, as far as a few looks inside tell: nulls (how many
 * looks saw one), values that are mutable collections, traversals in insertion order.
 */
final class ContentsAccount {
  private long looks;
  private long nullKeys;
  private long nullValues;
  private long values;
  private long mutableValues;
  private int seed;
  private final ValueWatch watch = new ValueWatch();

  void look(Object map) {
    seed += 0x9e3779b9;
    MapscopeContents contents = MapscopeContents.of(map, seed >>> 8);
    if (contents != null) {
      looks++;
      nullKeys += contents.nullKey ? 1 : 0;
      nullValues += contents.nullValue ? 1 : 0;
      values += contents.values;
      mutableValues += contents.mutableValues;
      watch.look(contents.mutable);
    }
  }

  @Nullable Nulls nulls() {
    return looks == 0 ? null : new Nulls(nullKeys, nullValues);
  }

  /** {@code mapClass} is the class that holds the entries. */
  @Nullable Shape shape(String mapClass, long[] row) {
    boolean ordered = mapClass.startsWith("java.util.Linked");
    if (looks == 0 && !ordered) {
      return null;
    }
    Shape shape = Shape.none();
    if (looks > 0) {
      shape = watch.addTo(shape.withValues(mutableValues, values));
    }
    return shape.withInsertionOrderTraversals(
        ordered ? row[MapscopeOperation.TRAVERSALS] : MapFacts.UNKNOWN);
  }
}
