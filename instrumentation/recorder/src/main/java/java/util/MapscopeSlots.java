package java.util;

import java.util.concurrent.ConcurrentHashMap;
import jdk.internal.misc.Unsafe;
import jdk.internal.vm.annotation.ForceInline;

/**
 * Where a map keeps its probe: a view-cache field that the map's class inherits and never uses, or
 * one that it does use and whose uses the weaver redirects to {@link #readView} and {@link
 * #writeView}.
 *
 * <p>ConcurrentHashMap, ConcurrentSkipListMap and TreeMap declare key-set fields of their own, so
 * the inherited {@code AbstractMap.keySet} is free. HashMap and its kin, WeakHashMap,
 * IdentityHashMap and EnumMap cache views in both inherited fields: {@code AbstractMap.values}
 * holds the probe and the probe the view. Hashtable has a private field {@code values} for the same
 * purpose. Maps of others have a field that the weaver added ({@link MapscopeTracked}).
 */
public final class MapscopeSlots {
  private static final Unsafe UNSAFE = Unsafe.getUnsafe();
  private static final long HASHTABLE_VALUES = UNSAFE.objectFieldOffset(Hashtable.class, "values");

  /** Guards the replacement of what a slot holds, so that no probe with counts is ever lost. */
  private static final Object LOCK = new Object();

  private MapscopeSlots() {}

  /** Whether {@code map} is of a woven class and so has a slot. */
  static boolean has(Object map) {
    return MapscopeFamilies.woven(map);
  }

  private static boolean usesKeySet(Object map) {
    return map instanceof ConcurrentHashMap
        || map instanceof TreeMap
        || MapscopeLayout.isSkipList(map);
  }

  private static boolean usesValues(Object map) {
    return map instanceof HashMap
        || map instanceof WeakHashMap
        || map instanceof IdentityHashMap
        || map instanceof EnumMap;
  }

  /** What the slot of {@code map} holds: a probe, a view or null; null also without a slot. */
  static Object read(Object map) {
    if (usesValues(map)) {
      return ((AbstractMap<?, ?>) map).values;
    }
    if (usesKeySet(map)) {
      return ((AbstractMap<?, ?>) map).keySet;
    }
    if (map instanceof Hashtable) {
      return ofTable((Hashtable<?, ?>) map);
    }
    return map instanceof MapscopeTracked ? ((MapscopeTracked) map).mapscopeProbe() : null;
  }

  /**
   * The same for a Hashtable. Asking one whether it has an interface that it does not have takes as
   * long as all the rest of a count: all its interfaces are searched (JDK-8180450, before 23).
   */
  @ForceInline
  static Object ofTable(Hashtable<?, ?> map) {
    return UNSAFE.getReference(map, HASHTABLE_VALUES);
  }

  /** The probe of {@code map}, or null. */
  static MapscopeProbe probe(Object map) {
    Object slot = read(map);
    return slot instanceof MapscopeProbe ? (MapscopeProbe) slot : null;
  }

  /** Puts {@code probe} into the slot of a map that no other thread can see yet. */
  @SuppressWarnings({"unchecked", "rawtypes"})
  static void write(Object map, MapscopeProbe probe) {
    if (usesValues(map)) {
      ((AbstractMap) map).values = probe;
    } else if (usesKeySet(map)) {
      ((AbstractMap) map).keySet = probe;
    } else if (map instanceof Hashtable) {
      UNSAFE.putReference(map, HASHTABLE_VALUES, probe);
    } else {
      ((MapscopeTracked) map).mapscopeProbe(probe);
    }
  }

  /**
   * Gives {@code map} a probe of {@code tally}, or the shared {@code sentinel}, unless another
   * thread was first; a view found in the slot moves into the probe.
   *
   * @return the probe that the map has now
   */
  static MapscopeProbe install(Object map, MapscopeProbe expected, MapscopeProbe fresh) {
    synchronized (LOCK) {
      Object slot = read(map);
      if (slot instanceof MapscopeProbe && slot != expected) {
        return (MapscopeProbe) slot;
      }
      Collection<?> view =
          slot instanceof MapscopeProbe ? ((MapscopeProbe) slot).view : (Collection<?>) slot;
      MapscopeProbe probe = fresh;
      if (view != null) {
        probe = fresh.tally.shared() ? new MapscopeProbe(fresh.tally, view) : fresh;
        probe.view = view;
      }
      write(map, probe);
      return probe;
    }
  }

  /** Takes the place of {@code getfield AbstractMap.values} in woven {@code values()} methods. */
  public static Collection<?> readView(AbstractMap<?, ?> map) {
    Collection<?> slot = map.values;
    return slot instanceof MapscopeProbe ? ((MapscopeProbe) (Object) slot).view : slot;
  }

  /** Takes the place of {@code putfield AbstractMap.values} in woven {@code values()} methods. */
  public static void writeView(AbstractMap<?, ?> map, Collection<?> view) {
    writeView((Object) map, map.values, view);
  }

  /** Takes the place of {@code getfield Hashtable.values}. */
  public static Collection<?> readView(Hashtable<?, ?> map) {
    Object slot = UNSAFE.getReference(map, HASHTABLE_VALUES);
    return slot instanceof MapscopeProbe ? ((MapscopeProbe) slot).view : (Collection<?>) slot;
  }

  /** Takes the place of {@code putfield Hashtable.values}. */
  public static void writeView(Hashtable<?, ?> map, Collection<?> view) {
    writeView(map, UNSAFE.getReference(map, HASHTABLE_VALUES), view);
  }

  private static void writeView(Object map, Object slot, Collection<?> view) {
    if (slot instanceof MapscopeProbe && !((MapscopeProbe) slot).tally.shared()) {
      ((MapscopeProbe) slot).view = view;
    } else {
      keepView(map, view);
    }
  }

  /** A shared probe cannot keep views: the map gets one of its own on the same tally. */
  @SuppressWarnings({"unchecked", "rawtypes"})
  private static void keepView(Object map, Collection<?> view) {
    synchronized (LOCK) {
      Object slot = read(map);
      if (!(slot instanceof MapscopeProbe)) {
        if (map instanceof Hashtable) {
          UNSAFE.putReference(map, HASHTABLE_VALUES, view);
        } else {
          ((AbstractMap) map).values = view;
        }
      } else if (((MapscopeProbe) slot).tally.shared() && ((MapscopeProbe) slot).view == null) {
        write(map, new MapscopeProbe(((MapscopeProbe) slot).tally, view));
      } else {
        ((MapscopeProbe) slot).view = view;
      }
    }
  }

  /** Puts the view back where the probe was; the map is as if it had never been woven. */
  @SuppressWarnings({"unchecked", "rawtypes"})
  static void clear(Object map) {
    synchronized (LOCK) {
      Object slot = read(map);
      if (!(slot instanceof MapscopeProbe)) {
        return;
      }
      Collection<?> view = ((MapscopeProbe) slot).view;
      if (usesValues(map)) {
        ((AbstractMap) map).values = view;
      } else if (usesKeySet(map)) {
        ((AbstractMap) map).keySet = null;
      } else if (map instanceof MapscopeTracked) {
        ((MapscopeTracked) map).mapscopeProbe(null);
      } else {
        UNSAFE.putReference(map, HASHTABLE_VALUES, view);
      }
    }
  }
}
