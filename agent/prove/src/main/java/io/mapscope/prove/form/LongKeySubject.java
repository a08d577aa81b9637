package io.mapscope.prove.form;

import org.jctools.maps.NonBlockingHashMapLong;
import org.jspecify.annotations.Nullable;

/**
 * A concurrent map whose keys are longs and no objects: nothing is boxed, compared by {@code
 * equals} or fetched from elsewhere for a key. A function handed to it may run twice for one key.
 */
final class LongKeySubject extends AtomicSubject {

  private final NonBlockingHashMapLong<Long> longs;

  LongKeySubject() {
    this(new NonBlockingHashMapLong<>());
  }

  private LongKeySubject(NonBlockingHashMapLong<Long> longs) {
    super(longs);
    this.longs = longs;
  }

  @Override
  public @Nullable Long get(Long key) {
    return longs.get(key.longValue());
  }

  @Override
  public @Nullable Long put(Long key, Long value) {
    return longs.put(key.longValue(), value);
  }

  @Override
  public @Nullable Long remove(Long key) {
    return longs.remove(key.longValue());
  }

  @Override
  public @Nullable Long replace(Long key, Long value) {
    return longs.replace(key.longValue(), value);
  }
}
