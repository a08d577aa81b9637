package java.util;

/**
 * The account of the serializations of one map in one format.
 *
 * <p>Written and read under the monitor of its tally, which links the few there are.
 */
public final class MapscopeFormat {
  public static final int JAVA = 0;
  public static final int JACKSON_JSON = 1;
  public static final int JACKSON_CBOR = 2;
  public static final int JACKSON_SMILE = 3;

  /** Jackson into objects or a tree: {@code convertValue}, {@code valueToTree}. */
  public static final int JACKSON_CONVERT = 4;

  /** Jackson in any other format, such as YAML. */
  public static final int JACKSON_OTHER = 5;

  public static final int GSON = 6;
  public static final int KRYO = 7;
  public static final int FASTJSON2 = 8;
  public static final int FASTJSON2_JSONB = 9;
  public static final int PROTOBUF = 10;
  public static final int BEANUTILS = 11;

  /** Number of formats. */
  public static final int FORMATS = 12;

  private static final String[] NAMES = {
    "java",
    "jackson-json",
    "jackson-cbor",
    "jackson-smile",
    "jackson-convert",
    "jackson-other",
    "gson",
    "kryo",
    "fastjson2",
    "fastjson2-jsonb",
    "protobuf",
    "beanutils",
  };

  public final int format;
  public long count;
  public long entries;
  public long nanos;

  /** Serializations whose output could be measured, and their bytes. */
  public long sized;

  public long bytes;

  /** Serializations whose allocation could be measured, and their bytes. */
  public long measured;

  public long allocatedBytes;

  /** The durations, all of them, and the lengths of the outputs that could be measured. */
  public final MapscopeBuckets nanosBuckets = new MapscopeBuckets(MapscopeBuckets.NANOS);

  public final MapscopeBuckets bytesBuckets = new MapscopeBuckets(MapscopeBuckets.BYTES);

  public long torn;
  public long redundant;

  /** All writes to the map when the latest began, -1 before the first. */
  private long writesBefore = -1;

  /** The gate's moves by then, or that it was closed: then writes have gone uncounted. */
  private int movesBefore;

  MapscopeFormat next;

  public MapscopeFormat(int format) {
    this.format = format;
  }

  /** The name in reports. */
  public static String name(int format) {
    return NAMES[format];
  }

  /** Adds one that has ended; returns whether the map had not changed since the one before. */
  boolean add(MapscopeSpan span, long took, long allocated, boolean changedMeanwhile) {
    boolean again =
        writesBefore == span.allWrites
            && span.moves != MapscopeSpan.CLOSED
            && movesBefore == span.moves;
    count++;
    entries += span.entries;
    nanos += took;
    nanosBuckets.add(took);
    if (span.sized) {
      sized++;
      bytes += span.bytes;
      bytesBuckets.add(span.bytes);
    }
    if (allocated >= 0) {
      measured++;
      allocatedBytes += allocated;
    }
    torn += changedMeanwhile ? 1 : 0;
    redundant += again ? 1 : 0;
    writesBefore = span.allWrites;
    movesBefore = span.moves;
    return again;
  }

  /** Adds all of {@code other}, which is of the same format. */
  public void add(MapscopeFormat other) {
    count += other.count;
    entries += other.entries;
    nanos += other.nanos;
    nanosBuckets.add(other.nanosBuckets);
    bytesBuckets.add(other.bytesBuckets);
    sized += other.sized;
    bytes += other.bytes;
    measured += other.measured;
    allocatedBytes += other.allocatedBytes;
    torn += other.torn;
    redundant += other.redundant;
  }
}
