package io.mapscope.corpus.programs.lruunderlock;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.mapscope.corpus.CorpusProgram;
import io.mapscope.corpus.Crew;
import io.mapscope.corpus.Deadline;
import io.mapscope.corpus.Label;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A least-recently-used cache: an access-ordered LinkedHashMap in a synchronizedMap, used by four
 * threads.
 *
 * <p>In such a map a hit writes, since it moves the entry to the end, and so every hit takes the
 * lock. The agent sees threads blocked on the wrapper of an access-ordered map. The fixed form is
 * Caffeine.
 */
@Label(
    name = "thumbnail-cache",
    rules = "lru-under-lock",
    map = "thumbnailByImage",
    also = "lock-contended-map",
    source = "guacamole-client#309, jackson-databind#503; rules.md")
public final class ThumbnailCache implements CorpusProgram {
  private static final int CAPACITY = 1_000;
  private static final int IMAGES = 1_200;

  private final Map<Integer, String> thumbnailByImage =
      Collections.synchronizedMap(new Lru<>(CAPACITY));
  private final Cache<Integer, String> cache = Caffeine.newBuilder().maximumSize(CAPACITY).build();

  private static final class Lru<K, V> extends LinkedHashMap<K, V> {
    private static final long serialVersionUID = 1;
    private final int capacity;

    Lru(int capacity) {
      super(16, 0.75f, true);
      this.capacity = capacity;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
      return size() > capacity;
    }
  }

  @Override
  public void run(boolean fixed, Deadline deadline) throws InterruptedException {
    Crew.work(deadline, 4, fixed ? this::showFromCache : this::show);
  }

  private void show() {
    thumbnailByImage.computeIfAbsent(image(), ThumbnailCache::scale);
  }

  private void showFromCache() {
    Objects.requireNonNull(cache.get(image(), ThumbnailCache::scale));
  }

  private static int image() {
    return ThreadLocalRandom.current().nextInt(IMAGES);
  }

  private static String scale(int image) {
    return "thumbnail of " + image;
  }
}
