package io.mapscope.prove.serial;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What was made of something, kept until that changes. Every change moves a version on; what was
 * made is given again as long as the version is the one that it was begun under. Safe for many
 * threads, of which several may make it at once.
 */
final class Kept<T> {

  private final AtomicLong version = new AtomicLong();
  private volatile @Nullable Made<T> made;

  /** To be told after each change: what was made in between is then made once more, never stale. */
  void changed() {
    version.incrementAndGet();
  }

  /** What {@code maker} made since the last change. */
  T get(Supplier<T> maker) {
    long now = version.get();
    Made<T> there = made;
    if (there == null || there.version != now) {
      there = new Made<>(now, maker.get());
      made = there;
    }
    return there.what;
  }

  /** What was made of all that was there at this version, maybe of more. */
  private static final class Made<T> {

    final long version;
    final T what;

    Made(long version, T what) {
      this.version = version;
      this.what = what;
    }
  }
}
