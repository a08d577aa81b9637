package io.mapscope.prove.form;

import io.mapscope.advisor.MapKind;
import io.mapscope.profile.ExternalLock;
import io.mapscope.profile.LockDetail;
import io.mapscope.profile.MapProfile;
import io.mapscope.profile.Nature;
import org.jspecify.annotations.Nullable;

/**
 * The form that a map had when it was recorded, or what stands in for it.
 *
 * @param form how it is guarded
 * @param base the plain map inside
 * @param standIn why this is not quite what was recorded, or null when it is
 */
public record Recorded(Form form, Base base, @Nullable String standIn) {

  private static final String CAFFEINE = "com.github.benmanes.caffeine.";
  private static final String NON_BLOCKING = "org.jctools.maps.NonBlockingHashMap";

  /** Less than this share of accesses under a lock does not make it the map's guard. */
  private static final double LEAST_LOCKED_SHARE = 0.5;

  /** The form of {@code map}, or null when there is none here that behaves like it. */
  public static @Nullable Recorded of(MapProfile map) {
    if (map.mapClass().startsWith(CAFFEINE)) {
      return new Recorded(Form.CAFFEINE, Base.HASH, null);
    }
    if (map.mapClass().equals(NON_BLOCKING)) {
      return new Recorded(Form.NON_BLOCKING, Base.HASH, null);
    }
    MapKind kind = MapKind.ofBase(map);
    @Nullable Nature nature = map.facts().nature();
    @Nullable Base base = Base.of(kind, nature != null && nature.accessOrder());
    if (base == null) {
      return null;
    }
    return switch (kind) {
      case CONCURRENT_HASH -> new Recorded(Form.CONCURRENT_HASH_MAP, base, null);
      case SKIP_LIST -> new Recorded(Form.SKIP_LIST, base, null);
      case HASHTABLE -> new Recorded(Form.SELF_LOCKED, base, null);
      default -> plain(map, base);
    };
  }

  private static Recorded plain(MapProfile map, Base base) {
    if (MapKind.isSynchronizedWrapper(map)) {
      return new Recorded(Form.SYNCHRONIZED_MAP, base, null);
    }
    boolean alone = Math.max(map.threads().readers(), map.threads().writers()) <= 1;
    if (alone) {
      return new Recorded(Form.PLAIN, base, null);
    }
    @Nullable Form guard = guard(map.facts().externalLock());
    if (guard != null) {
      return guarded(guard, base);
    }
    return new Recorded(
        Form.SYNCHRONIZED_MAP,
        base,
        "several threads used an unguarded "
            + base.title()
            + ", whose time means nothing when it breaks: Collections.synchronizedMap, the least"
            + " change that makes it right, stands in for it");
  }

  private static Recorded guarded(Form guard, Base base) {
    boolean shared = guard == Form.READ_WRITE_LOCK || guard == Form.STAMPED_LOCK;
    return base == Base.ACCESS_ORDERED && shared
        ? new Recorded(
            Form.REENTRANT_LOCK,
            base,
            "looking up changes a "
                + base.title()
                + ", which breaks under a lock that readers share: a ReentrantLock stands in for it")
        : new Recorded(guard, base, null);
  }

  private static @Nullable Form guard(@Nullable ExternalLock lock) {
    @Nullable LockDetail detail = lock == null ? null : lock.detail();
    if (detail == null || detail.share() < LEAST_LOCKED_SHARE) {
      return null;
    }
    if (detail.kind().equals(LockDetail.MONITOR)) {
      return Form.MONITOR;
    }
    if (detail.className().contains("ReadWriteLock")) {
      return Form.READ_WRITE_LOCK;
    }
    return detail.className().contains("StampedLock") ? Form.STAMPED_LOCK : Form.REENTRANT_LOCK;
  }

  /** What it is called. */
  public String title() {
    return form.title(base);
  }
}
