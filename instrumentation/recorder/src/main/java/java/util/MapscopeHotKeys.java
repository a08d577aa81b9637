package java.util;

/**
 * Keys of sampled operations on one map, on their way to the collector: a ring of hashes, and with
 * {@code keys=text} of their texts; and of which class they are.
 *
 * <p>Only keys of simple classes of the JDK get in ({@link MapscopeKeys}): the hash of others is
 * the application's code. Writers race plainly, and the collector may miss what is overwritten:
 * each loss is one sample among many.
 */
public final class MapscopeHotKeys {
  private static final int PLACES = 256;
  private static final int MOST_CHARACTERS = 64;

  /** Whether texts of keys may be kept; written by the agent before weaving. */
  public static boolean keepTexts;

  private final long[] hashes = new long[PLACES];
  private final String[] texts = new String[keepTexts ? PLACES : 0];
  private Class<?> keyClass;
  private int written;
  private int read;

  MapscopeHotKeys() {}

  /** Keeps the hash of {@code key}. */
  static void used(MapscopeTally tally, Object key) {
    if (key == null || tally.shared()) {
      return;
    }
    MapscopeHotKeys keys = tally.hotKeys;
    if (!MapscopeKeys.isSimple(key)) {
      if (keys != null) {
        keys.keyClass = Object.class;
      }
      return;
    }
    if (keys == null) {
      tally.hotKeys = keys = new MapscopeHotKeys();
    }
    keys.met(key instanceof Enum ? Enum.class : key.getClass());
    int place = keys.written++ & (PLACES - 1);
    keys.hashes[place] = spread(key);
    if (keys.texts.length > 0) {
      keys.texts[place] = text(key);
    }
  }

  private void met(Class<?> its) {
    if (keyClass != its) {
      keyClass = keyClass == null ? its : Object.class;
    }
  }

  /** 64 bits, so that few keys share one; an enum's own hash differs from run to run. */
  static long spread(Object key) {
    long hash = key instanceof Enum ? ((Enum<?>) key).name().hashCode() : key.hashCode();
    if (key instanceof String) {
      hash |= (long) ((String) key).length() << 32;
    } else if (key instanceof Long) {
      hash = (Long) key;
    } else if (key instanceof UUID) {
      hash = ((UUID) key).getMostSignificantBits() ^ ((UUID) key).getLeastSignificantBits();
    }
    hash = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
    hash = (hash ^ (hash >>> 27)) * 0x94d049bb133111ebL;
    return hash ^ (hash >>> 31);
  }

  private static String text(Object key) {
    String text = key instanceof Enum ? ((Enum<?>) key).name() : key.toString();
    return text.length() <= MOST_CHARACTERS ? text : text.substring(0, MOST_CHARACTERS);
  }

  /**
   * The class of the keys that were sampled since the first of a simple class of the JDK: that
   * class, Enum for every enum, Object when there were others, too, null before it. Never a class
   * of the application, which it would keep from being unloaded.
   */
  public Class<?> keyClass() {
    return keyClass;
  }

  /** Samples waiting; for the collector alone, like the next two. */
  public int available() {
    int waiting = written - read;
    if (waiting > PLACES) {
      read = written - PLACES;
      waiting = PLACES;
    }
    return waiting;
  }

  /** The oldest sample's hash, which stays the oldest until {@link #textOfNext}. */
  public long hashOfNext() {
    return hashes[read & (PLACES - 1)];
  }

  /** The oldest sample's text, null without {@code keys=text}; goes on to the next. */
  public String textOfNext() {
    int place = read++ & (PLACES - 1);
    return texts.length == 0 ? null : texts[place];
  }
}
