package io.mapscope.prove.records;

import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A record that is changed as a record by some and as a map by others, at once, and never loses a
 * change. A version stamp tells a writer whether anything was written since it read, dirty bits
 * whether both wrote the same component, and a compare-and-set lets one of them win: writers of
 * different components both get their way, of two writers of one component the second is refused.
 *
 * <p>What was only read is not held against what others write: who computes one component from
 * another must write both. A component that was changed and changed back counts as unchanged.
 */
public final class SyncedRecord<R extends Record> {

  private final RecordShape<R> shape;
  private final AtomicReference<Revision<R>> current;

  /** A synchronized record that begins as {@code record}. */
  public SyncedRecord(RecordShape<R> shape, R record) {
    this.shape = shape;
    this.current = new AtomicReference<>(new Revision<>(record, 0));
  }

  /** The record as it is now, and its version. */
  public Revision<R> now() {
    return Objects.requireNonNull(current.get());
  }

  /** The record as it is now, as a map; what is put there is offered by {@link #commit}. */
  public RecordMap<R> map() {
    Revision<R> now = now();
    return new RecordMap<>(shape, now.record(), now.version());
  }

  /** Offers what was put into {@code map}, which must be one of {@link #map}. */
  public Outcome commit(RecordMap<R> map) {
    return commit(new Revision<>(map.base(), map.version()), map.record(), map.dirty());
  }

  /** Offers {@code record}, which was made of {@code base}. */
  public Outcome commit(Revision<R> base, R record) {
    return commit(base, record, shape.differing(base.record(), record));
  }

  private Outcome commit(Revision<R> base, R mine, long dirty) {
    while (true) {
      Revision<R> now = now();
      if (dirty == 0) {
        return new Outcome(true, now.version(), Set.of());
      }
      boolean moved = now.version() != base.version();
      long theirs = moved ? shape.differing(base.record(), now.record()) : 0;
      if ((dirty & theirs) != 0) {
        return new Outcome(false, now.version(), names(dirty & theirs));
      }
      R next = theirs == 0 ? mine : shape.merged(now.record(), mine, dirty);
      if (current.compareAndSet(now, new Revision<>(next, now.version() + 1))) {
        return new Outcome(true, now.version() + 1, Set.of());
      }
    }
  }

  private Set<String> names(long components) {
    Set<String> names = new LinkedHashSet<>();
    for (long left = components; left != 0; left &= left - 1) {
      names.add(shape.names().get(Long.numberOfTrailingZeros(left)));
    }
    return names;
  }

  /** A record and how many changes there were before it; immutable. */
  public record Revision<R extends Record>(R record, long version) {}

  /**
   * What became of an offer.
   *
   * @param committed whether all of it was taken; otherwise nothing was
   * @param version of the record after that, or of the one it was refused for
   * @param conflicts components that others had written meanwhile
   */
  public record Outcome(boolean committed, long version, Set<String> conflicts) {

    /** Copies the set. */
    public Outcome {
      conflicts = Set.copyOf(conflicts);
    }
  }
}
