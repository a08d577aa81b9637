package java.util;

import jdk.internal.misc.Unsafe;
import jdk.internal.vm.annotation.DontInline;

/**
 * Serializations of maps, by whatever library: woven code of any class loader calls here.
 *
 * <p>The outermost map that a thread serializes is the one measured; maps inside it are part of its
 * figures. What throws is none. A serialization is torn as a copy is ({@link MapscopeCopies}), and
 * redundant when the map's counters show no write since the one before in the same format began:
 * changes inside values and by {@code Entry.setValue} go unseen. Writes while the gate is closed go
 * unseen as well, so the first one after that is never redundant.
 *
 * <p>Length of the output: what the library's buffer holds more at the end than at the beginning,
 * and what it gave away meanwhile ({@link #sent}); each format counts in its own unit of output,
 * which is a char where it writes to a {@code Writer}.
 */
public final class MapscopeSerializations {
  /** A library that cannot tell how much is in its buffer; the output's length is unknown then. */
  private static final long UNKNOWN = -1;

  /** Length of a reference to an object that the stream has already: no serialization. */
  private static final int BACK_REFERENCE_BYTES = 5;

  private static final int SHORT_BLOCK = 255;
  private static final int SHORT_BLOCK_HEADER = 2;
  private static final int LONG_BLOCK_HEADER = 5;

  private static final MapscopeSpans SPANS = new MapscopeSpans();

  private MapscopeSerializations() {}

  /**
   * {@code source} is about to be serialized; never null.
   *
   * @param buffered output in the buffer, negative when that is unknown
   */
  public static MapscopeSpan begin(Object source, int format, long buffered) {
    if (MapscopeGate.rare) {
      try {
        Object map = source == null ? null : MapscopeOwners.of(source);
        if (map != null) {
          return start(map, format, buffered);
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

  /** The same with the buffer's fill as an {@code int}. */
  public static MapscopeSpan begin(Object source, int format, int buffered) {
    return begin(source, format, (long) buffered);
  }

  /** The same for a library that does not tell its buffer's fill. */
  public static MapscopeSpan begin(Object source, int format) {
    return begin(source, format, UNKNOWN);
  }

  /** The same for Jackson, whose generator tells the format. */
  public static MapscopeSpan beginJackson(Object source, Object generator, int buffered) {
    if (MapscopeGate.rare) {
      try {
        return begin(source, formatOf(generator.getClass().getName()), (long) buffered);
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

  private static int formatOf(String generator) {
    if (generator.endsWith("UTF8JsonGenerator") || generator.endsWith("WriterBasedJsonGenerator")) {
      return MapscopeFormat.JACKSON_JSON;
    }
    if (generator.endsWith("TokenBuffer")) {
      return MapscopeFormat.JACKSON_CONVERT;
    }
    if (generator.endsWith("CBORGenerator")) {
      return MapscopeFormat.JACKSON_CBOR;
    }
    return generator.endsWith("SmileGenerator")
        ? MapscopeFormat.JACKSON_SMILE
        : MapscopeFormat.JACKSON_OTHER;
  }

  /**
   * A map field of a protobuf message is about to be written.
   *
   * @param view unmodifiable view of a wrapper that protobuf keeps around the map
   * @param written bytes written before
   */
  public static MapscopeSpan beginProtobuf(Object view, int written) {
    if (MapscopeGate.rare) {
      try {
        Object wrapper = MapscopeOwners.behind(view);
        Object map = wrapper == null ? null : ProtobufMap.inside(wrapper);
        return begin(map, MapscopeFormat.PROTOBUF, (long) written);
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

  /** {@code source} is about to be written to {@code stream}, if it is a map or a set. */
  public static MapscopeSpan beginJava(Object source, Object stream) {
    if (MapscopeGate.rare && (source instanceof Map || source instanceof Set)) {
      try {
        return begin(source, MapscopeFormat.JAVA, JavaStream.buffered(stream));
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
  private static MapscopeSpan start(Object map, int format, long buffered) {
    long thread = MapscopeThreads.current();
    if (SPANS.of(thread, null) != null) {
      return MapscopeSpan.NOTHING;
    }
    MapscopeTally tally = MapscopeTallies.ownOf(map);
    if (tally == null) {
      return MapscopeSpan.NOTHING;
    }
    long carrier = MapscopeThreads.carrier();
    long entries = MapscopeSizes.entries(map);
    int moves = MapscopeGate.moves; // before the writes: a closing in between is one more
    if (!MapscopeGate.open) {
      moves = MapscopeSpan.CLOSED;
    }
    long all = MapscopeTallies.writesOfOthers(tally, 0);
    long writes = MapscopeTallies.writesOfOthers(tally, carrier);
    long allocated = MapscopeThreadAllocation.now();
    long nanos = System.nanoTime();
    MapscopeSpan span = SPANS.take(thread);
    if (span == null) {
      return MapscopeSpan.NOTHING;
    }
    span.map = map;
    span.tally = tally;
    span.carrier = carrier;
    span.format = format;
    span.entries = entries;
    span.allWrites = all;
    span.moves = moves;
    span.writes = writes;
    span.allocated = allocated;
    span.nanos = nanos;
    span.sized = buffered >= 0;
    span.bytes = -buffered;
    return span;
  }

  /** The current thread's library has given {@code length} of its buffer away. */
  public static void sent(int length) {
    if (MapscopeGate.rare) {
      try {
        MapscopeSpan span = SPANS.of(MapscopeThreads.current(), null);
        if (span != null) {
          span.bytes += length;
        }
      } catch (Throwable problem) {
        if (MapscopeErrors.STOPPABLE && problem instanceof ThreadDeath) {
          throw problem;
        }
        MapscopeErrors.suppressed++;
        MapscopeErrors.latest = problem;
      }
    }
  }

  /** The serialization is complete and this much is in the buffer, negative when unknown. */
  public static void ended(MapscopeSpan span, long buffered) {
    if (span != MapscopeSpan.NOTHING && span.sized) {
      span.sized = buffered >= 0;
      span.bytes += buffered;
    }
  }

  /** The same with the buffer's fill as an {@code int}. */
  public static void ended(MapscopeSpan span, int buffered) {
    ended(span, (long) buffered);
  }

  /** The serialization to {@code stream} is complete. */
  public static void endedJava(MapscopeSpan span, Object stream) {
    if (span != MapscopeSpan.NOTHING) {
      try {
        ended(span, JavaStream.buffered(stream));
      } catch (Throwable problem) {
        if (MapscopeErrors.STOPPABLE && problem instanceof ThreadDeath) {
          throw problem;
        }
        MapscopeErrors.suppressed++;
        MapscopeErrors.latest = problem;
      }
    }
  }

  /** The serialization returns. */
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

  /** {@code result} is the whole output for {@code source}, which was not measured on its way. */
  public static void produced(CharSequence result, Object source, int format) {
    if (MapscopeGate.rare) {
      try {
        Object map = source == null ? null : MapscopeOwners.of(source);
        MapscopeTally tally = map == null ? null : MapscopeTallies.ownOf(map);
        if (tally != null && result != null) {
          MapscopeTallies.produced(tally, format, result.length());
        }
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
    MapscopeSerialized fact;
    long nanos;
    long entries = span.entries;
    long meanwhile;
    try {
      nanos = System.nanoTime() - span.nanos;
      long now = MapscopeThreadAllocation.now();
      long allocated = now < 0 || span.allocated < 0 ? -1 : now - span.allocated;
      if (span.format == MapscopeFormat.JAVA && span.bytes == BACK_REFERENCE_BYTES) {
        return;
      }
      meanwhile = MapscopeTallies.writesOfOthers(tally, span.carrier) - span.writes;
      boolean again = MapscopeTallies.serialized(tally, span, nanos, allocated, meanwhile > 0);
      fact =
          new MapscopeSerialized(
              MapscopeFormat.name(span.format), span.sized ? span.bytes : -1, allocated, again);
    } finally {
      MapscopeSpans.free(span);
    }
    MapscopeFacts.offer(
        MapscopeFact.SERIALIZATION, tally, entries, nanos, fact.bytes, meanwhile, fact, false);
  }

  /** The map that protobuf's wrapper of it hides, looked up anew each time: it is not ours. */
  private static final class ProtobufMap {
    private static final Unsafe UNSAFE = Unsafe.getUnsafe();

    static Object inside(Object wrapper) {
      Class<?> type = wrapper.getClass();
      if (!type.getName().equals("com.google.protobuf.MapField$MutabilityAwareMap")) {
        return wrapper;
      }
      return UNSAFE.getReference(wrapper, UNSAFE.objectFieldOffset(type, "delegate"));
    }
  }

  /**
   * The buffer of an {@code ObjectOutputStream}, which has no method that tells its fill.
   * Initialised by the first stream that writes a map, because that class is not loaded at start.
   */
  private static final class JavaStream {
    private static final Unsafe UNSAFE = Unsafe.getUnsafe();
    private static final long BUFFER;
    private static final long POSITION;
    private static final long BLOCK_MODE;
    private static final boolean KNOWN;

    static {
      long buffer = 0;
      long position = 0;
      long blockMode = 0;
      boolean known = true;
      try {
        Class<?> type =
            Class.forName("java.io.ObjectOutputStream$BlockDataOutputStream", false, null);
        buffer = UNSAFE.objectFieldOffset(java.io.ObjectOutputStream.class, "bout");
        position = UNSAFE.objectFieldOffset(type, "pos");
        blockMode = UNSAFE.objectFieldOffset(type, "blkmode");
      } catch (ClassNotFoundException | InternalError absent) {
        known = false; // another JDK: the bytes are not known
      }
      BUFFER = buffer;
      POSITION = position;
      BLOCK_MODE = blockMode;
      KNOWN = known;
    }

    /** Bytes in the buffer and, in block mode, of the header that will go before them. */
    static long buffered(Object stream) {
      if (!KNOWN) {
        return UNKNOWN;
      }
      Object buffer = UNSAFE.getReference(stream, BUFFER);
      if (buffer == null) {
        return UNKNOWN; // a subclass that writes objects its own way
      }
      int position = UNSAFE.getInt(buffer, POSITION);
      if (position == 0 || !UNSAFE.getBoolean(buffer, BLOCK_MODE)) {
        return position;
      }
      return position + (position <= SHORT_BLOCK ? SHORT_BLOCK_HEADER : LONG_BLOCK_HEADER);
    }
  }
}
