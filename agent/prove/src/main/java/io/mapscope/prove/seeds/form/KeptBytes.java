package io.mapscope.prove.seeds.form;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A concurrent map whose serialized form is kept until the map changes. Every write moves a version
 * on; bytes are given again as long as the version is the one that they were begun under.
 */
final class KeptBytes implements SerializedMap {

  private final ConcurrentHashMap<String, Holding> map = new ConcurrentHashMap<>();
  private final AtomicLong version = new AtomicLong();
  private final Function<Map<String, Holding>, byte[]> writer;
  private volatile @Nullable Kept kept;

  KeptBytes(Function<Map<String, Holding>, byte[]> writer) {
    this.writer = writer;
  }

  /**
   * First the map, then the version: bytes made in between are made once more, never kept stale.
   */
  @Override
  public void put(String key, Holding value) {
    map.put(key, value);
    version.incrementAndGet();
  }

  @Override
  public ByteBuffer serialize() {
    long now = version.get();
    Kept there = kept;
    if (there == null || there.version != now) {
      there = new Kept(now, writer.apply(map));
      kept = there;
    }
    return ByteBuffer.wrap(there.bytes).asReadOnlyBuffer();
  }

  /** Bytes of all that was in the map when its version was this one, maybe of more. */
  private static final class Kept {

    final long version;
    final byte[] bytes;

    Kept(long version, byte[] bytes) {
      this.version = version;
      this.bytes = bytes;
    }
  }
}
