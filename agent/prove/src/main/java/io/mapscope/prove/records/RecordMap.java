package io.mapscope.prove.records;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A record as a map, without copying: reading asks the record; a value that is put stays in the
 * map, and a bit says that it is dirty. Keys are those of the record for ever. Confined to one
 * thread; the record it shows never changes.
 */
public final class RecordMap<R extends Record> extends AbstractMap<String, @Nullable Object> {

  private final RecordShape<R> shape;
  private final R base;
  private final long version;
  private @Nullable Object @Nullable [] written;
  private long dirty;

  /**
   * @param version of {@code base}, for who wants to know later
   */
  RecordMap(RecordShape<R> shape, R base, long version) {
    this.shape = shape;
    this.base = base;
    this.version = version;
  }

  /** The record that is shown, as it was when this map was made. */
  R base() {
    return base;
  }

  /** The version of that record. */
  public long version() {
    return version;
  }

  /** The components that were put, one bit for each. */
  long dirty() {
    return dirty;
  }

  /** What the map says now: the record it was made of where nothing was put. */
  public R record() {
    if (dirty == 0) {
      return base;
    }
    @Nullable Object[] values = shape.values(base);
    for (long left = dirty; left != 0; left &= left - 1) {
      int index = Long.numberOfTrailingZeros(left);
      values[index] = value(index);
    }
    return shape.make(values);
  }

  private @Nullable Object value(int index) {
    @Nullable Object[] overlay = written;
    return overlay != null && (dirty & (1L << index)) != 0
        ? overlay[index]
        : shape.get(base, index);
  }

  private @Nullable Object put(int index, @Nullable Object value) {
    shape.check(index, value);
    Object before = value(index);
    @Nullable Object[] overlay = written;
    if (overlay == null) {
      overlay = new @Nullable Object[shape.names().size()];
      written = overlay;
    }
    overlay[index] = value;
    dirty |= 1L << index;
    return before;
  }

  @Override
  public @Nullable Object get(@Nullable Object key) {
    int index = shape.index(key);
    return index < 0 ? null : value(index);
  }

  @Override
  public boolean containsKey(@Nullable Object key) {
    return shape.index(key) >= 0;
  }

  /**
   * Changes the value of a component.
   *
   * @throws IllegalArgumentException when the record has no such component
   */
  @Override
  public @Nullable Object put(String key, @Nullable Object value) {
    int index = shape.index(key);
    if (index < 0) {
      throw new IllegalArgumentException("there is no component " + key + " in " + shape.names());
    }
    return put(index, value);
  }

  @Override
  public int size() {
    return shape.names().size();
  }

  @Override
  public Set<Map.Entry<String, @Nullable Object>> entrySet() {
    return new AbstractSet<>() {
      @Override
      public Iterator<Map.Entry<String, @Nullable Object>> iterator() {
        return new Entries();
      }

      @Override
      public int size() {
        return RecordMap.this.size();
      }
    };
  }

  private final class Entries implements Iterator<Map.Entry<String, @Nullable Object>> {

    private int next;

    @Override
    public boolean hasNext() {
      return next < RecordMap.this.size();
    }

    @Override
    public Map.Entry<String, @Nullable Object> next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return new Component(next++);
    }
  }

  /** An entry of the map, which writes through to it. */
  private final class Component extends SimpleEntry<String, @Nullable Object> {

    private static final long serialVersionUID = 1L;

    private final int index;

    Component(int index) {
      super(shape.names().get(index), value(index));
      this.index = index;
    }

    @Override
    public @Nullable Object setValue(@Nullable Object value) {
      RecordMap.this.put(index, value);
      return super.setValue(value);
    }
  }
}
