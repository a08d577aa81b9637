package java.util;

import jdk.internal.vm.annotation.DontInline;

/**
 * Copies of maps and of their views: constructors from a map, {@code putAll}, {@code clone}, {@code
 * toArray}. The map copied from has the account.
 *
 * <p>The outermost call of a thread on a map is the copy; one that throws is none. A copy is torn
 * when other threads wrote to the map meanwhile, by as many writes as {@link MapscopeCell#changes}
 * says. Virtual threads count on their carrier, so a write by another one on the same carrier goes
 * unseen.
 */
public final class MapscopeCopies {
  private static final MapscopeSpans SPANS = new MapscopeSpans();

  private MapscopeCopies() {}

  /**
   * A copy of {@code source}, a map or a view of one, begins; never null.
   *
   * @param method name of the method that copies
   */
  public static MapscopeSpan begin(Object source, String method) {
    if (MapscopeGate.open) {
      try {
        Object map = MapscopeOwners.of(source);
        if (map != null) {
          return start(map, method);
        }
      } catch (Throwable problem) {
        if (MapscopeErrors.STOPPABLE && problem instanceof ThreadDeath) {
          throw problem;
        }
        MapscopeErrors.suppressed++;
        MapscopeErrors.latest = problem;
      }
    }
    return MapscopeSpan.NOTHING;
  }

  @DontInline
  private static MapscopeSpan start(Object map, String method) {
    MapscopeTally tally = MapscopeTallies.ownOf(map);
    long thread = MapscopeThreads.current();
    if (tally == null || SPANS.of(thread, map) != null) {
      return MapscopeSpan.NOTHING;
    }
    long carrier = MapscopeThreads.carrier();
    long entries = MapscopeSizes.entries(map);
    long writes = MapscopeTallies.writesOfOthers(tally, carrier);
    long allocated = MapscopeThreadAllocation.now();
    long nanos = System.nanoTime();
    MapscopeSpan span = SPANS.take(thread);
    if (span == null) {
      return MapscopeSpan.NOTHING;
    }
    span.map = map;
    span.tally = tally;
    span.method = method;
    span.carrier = carrier;
    span.entries = entries;
    span.writes = writes;
    span.allocated = allocated;
    span.nanos = nanos;
    return span;
  }

  /** The copy is complete. */
  public static void leave(MapscopeSpan span) {
    if (span != MapscopeSpan.NOTHING) {
      try {
        finish(span);
      } catch (Throwable problem) {
        if (MapscopeErrors.STOPPABLE && problem instanceof ThreadDeath) {
          throw problem;
        }
        MapscopeErrors.suppressed++;
        MapscopeErrors.latest = problem;
      }
    }
  }

  @DontInline
  private static void finish(MapscopeSpan span) {
    MapscopeTally tally = span.tally;
    long entries = span.entries;
    String method = span.method;
    if (method == null) {
      MapscopeSpans.free(span); // it turned out to be none
      return;
    }
    long nanos;
    long bytes;
    long meanwhile;
    try {
      nanos = System.nanoTime() - span.nanos;
      long allocated = MapscopeThreadAllocation.now();
      bytes = allocated < 0 || span.allocated < 0 ? -1 : allocated - span.allocated;
      meanwhile = MapscopeTallies.copied(tally, span, nanos, bytes);
    } finally {
      MapscopeSpans.free(span);
    }
    MapscopeFacts.offer(MapscopeFact.COPY, tally, entries, nanos, bytes, meanwhile, method, false);
  }
}
