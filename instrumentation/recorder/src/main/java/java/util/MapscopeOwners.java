package java.util;

import jdk.internal.misc.Unsafe;
import jdk.internal.vm.annotation.DontInline;

/**
 * From a view, an iterator, a wrapper or a set to the map behind it.
 *
 * <p>The classes of java.base keep it in a field called {@code this$0}, {@code m}, {@code map} or
 * {@code tree}; its offset is looked up once per class and kept in a small open-addressed table.
 * Only classes of the boot loader get in, so no loader is kept alive. Views of maps of others say
 * it themselves ({@link MapscopeView}).
 */
final class MapscopeOwners {
  private static final Unsafe UNSAFE = Unsafe.getUnsafe();
  private static final String[] FIELDS = {"this$0", "m", "map", "tree"};

  /** Synchronized, unmodifiable and checked views keep what they wrap in {@code m} or {@code c}. */
  private static final String[] WRAPPED = {"this$0", "m", "map", "c"};

  private static final int MAX_HOPS = 4;
  private static final long NONE = -1;

  private static final class Entry {
    final Class<?> type;
    final long offset;

    Entry(Class<?> type, long offset) {
      this.type = type;
      this.offset = offset;
    }
  }

  private static Entry[] table = new Entry[256];
  private static int size;

  private MapscopeOwners() {}

  /** The map with a slot that {@code self} is or belongs to; null when there is none. */
  static Object of(Object self) {
    return MapscopeSlots.has(self) ? self : follow(self);
  }

  @DontInline
  private static Object follow(Object self) {
    Object it = self == null ? null : behind(self);
    for (int hop = 1; it != null && hop < MAX_HOPS; hop++) {
      if (MapscopeSlots.has(it)) {
        return it;
      }
      it = behind(it);
    }
    return null;
  }

  /** Most are the JDK's views, which are spared the look for an interface that they do not have. */
  static Object behind(Object view) {
    Class<?> type = view.getClass();
    if (type.getClassLoader() != null) {
      if (view instanceof MapscopeView) {
        return ((MapscopeView) view).mapscopeMap();
      }
      do {
        type = type.getSuperclass(); // a user's subclass of a set or wrapper
      } while (type.getClassLoader() != null);
    }
    long offset = offset(type);
    if (offset != NONE) {
      return UNSAFE.getReference(view, offset);
    }
    return view instanceof MapscopeView ? ((MapscopeView) view).mapscopeMap() : null;
  }

  private static long offset(Class<?> type) {
    Entry[] entries = table;
    int mask = entries.length - 1;
    int i = System.identityHashCode(type) & mask;
    for (Entry entry; (entry = entries[i]) != null; i = (i + 1) & mask) {
      if (entry.type == type) {
        return entry.offset;
      }
    }
    return learn(type);
  }

  /** Grows with the classes of the boot loader that come by; readers may use the table before. */
  private static synchronized long learn(Class<?> type) {
    long offset = find(type);
    Entry[] entries = table;
    if (2 * (size + 1) > entries.length) {
      Entry[] grown = new Entry[2 * entries.length];
      for (Entry entry : entries) {
        if (entry != null) {
          place(grown, entry);
        }
      }
      table = entries = grown;
    }
    if (place(entries, new Entry(type, offset))) {
      size++;
    }
    return offset;
  }

  /** Puts {@code entry} at its place; false when its class has one already. */
  private static boolean place(Entry[] entries, Entry entry) {
    int mask = entries.length - 1;
    int i = System.identityHashCode(entry.type) & mask;
    while (entries[i] != null) {
      if (entries[i].type == entry.type) {
        return false;
      }
      i = (i + 1) & mask;
    }
    entries[i] = entry;
    return true;
  }

  private static long find(Class<?> type) {
    if (!type.getName().startsWith("java.util.")) {
      return NONE;
    }
    String[] fields = type.getName().startsWith("java.util.Collections$") ? WRAPPED : FIELDS;
    for (Class<?> c = type; c != null && c != Object.class; c = c.getSuperclass()) {
      for (String field : fields) {
        try {
          return UNSAFE.objectFieldOffset(c, field);
        } catch (InternalError absent) {
          continue; // this class has no such field: try the next name
        }
      }
    }
    return NONE;
  }
}
