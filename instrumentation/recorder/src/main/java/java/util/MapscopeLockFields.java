package java.util;

import java.lang.ref.WeakReference;
import jdk.internal.misc.Unsafe;

/**
 * The fields of the application's classes that may hold a lock, by class: looked up by the agent's
 * thread in the class file, because reflection would load the classes of fields in the middle of an
 * operation. A class is unknown at its first sample and known at the next.
 *
 * <p>An open-addressed table of at most {@value #MOST} classes, written under a lock, read without.
 */
public final class MapscopeLockFields extends WeakReference<Class<?>> {
  private static final Unsafe UNSAFE = Unsafe.getUnsafe();
  private static final int PLACES = 4_096;
  private static final int MOST = PLACES / 2;
  private static final MapscopeLockFields[] TABLE = new MapscopeLockFields[PLACES];
  private static final MapscopeLockFields[] UNKNOWN = new MapscopeLockFields[64];
  private static int size;

  private final String owner;

  /** Set once, by the agent; null until then. */
  private volatile String[] names;

  private long[] offsets;
  private boolean[] statics;

  private MapscopeLockFields(Class<?> type) {
    super(type);
    this.owner = type.getName();
  }

  /** The fields of {@code type}, which may not be known yet; null when there is no place left. */
  static MapscopeLockFields of(Class<?> type) {
    int i = System.identityHashCode(type) & (PLACES - 1);
    for (MapscopeLockFields fields; (fields = TABLE[i]) != null; i = (i + 1) & (PLACES - 1)) {
      if (fields.refersTo(type)) {
        return fields;
      }
    }
    return add(type, i);
  }

  private static synchronized MapscopeLockFields add(Class<?> type, int from) {
    int i = from;
    while (TABLE[i] != null) {
      if (TABLE[i].refersTo(type)) {
        return TABLE[i];
      }
      i = (i + 1) & (PLACES - 1);
    }
    if (size >= MOST) {
      return null;
    }
    size++;
    MapscopeLockFields fields = new MapscopeLockFields(type);
    TABLE[i] = fields;
    ask(fields);
    return fields;
  }

  /** Asks the agent for the fields, unless it has been or has too much to do: then next time. */
  private static synchronized void ask(MapscopeLockFields fields) {
    int free = -1;
    for (int n = 0; n < UNKNOWN.length; n++) {
      if (UNKNOWN[n] == fields) {
        return;
      }
      free = UNKNOWN[n] == null ? n : free;
    }
    if (free >= 0) {
      UNKNOWN[free] = fields;
    }
  }

  /** A class whose fields are asked for, or null; for the agent. */
  public static synchronized MapscopeLockFields takeUnknown() {
    for (int n = 0; n < UNKNOWN.length; n++) {
      MapscopeLockFields fields = UNKNOWN[n];
      if (fields != null) {
        UNKNOWN[n] = null;
        return fields;
      }
    }
    return null;
  }

  /** Tells the fields of a reference type that the class declares; by the agent. */
  public void know(String[] fieldNames, boolean[] isStatic) {
    Class<?> type = get();
    if (type == null) {
      return;
    }
    long[] found = new long[fieldNames.length];
    for (int i = 0; i < found.length; i++) {
      found[i] = UNSAFE.objectFieldOffset(type, fieldNames[i]);
    }
    offsets = found;
    statics = isStatic.clone();
    names = fieldNames.clone();
  }

  /** Whether the fields are known now; asks for them again if not. */
  boolean isKnown() {
    if (names == null) {
      ask(this);
      return false;
    }
    return true;
  }

  /** How many fields are known now. */
  int count() {
    String[] known = names;
    return known == null ? 0 : known.length;
  }

  /** What field {@code i} holds, in {@code self} unless it is static; null when not to be had. */
  Object value(int i, Class<?> type, Object self) {
    Object base = statics[i] ? type : self;
    return base == null ? null : UNSAFE.getReference(base, offsets[i]);
  }

  /** Class and name of field {@code i}. */
  String name(int i) {
    return owner.concat(".").concat(names[i]);
  }
}
