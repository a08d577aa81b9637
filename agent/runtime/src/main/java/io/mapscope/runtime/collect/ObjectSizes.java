package io.mapscope.runtime.collect;

import java.lang.instrument.Instrumentation;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Hashtable;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.MapscopeLayout;
import java.util.MapscopeParts;
import java.util.MapscopeSpecimens;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Bytes of the objects that maps are made of, as the running JVM lays them out: asked of it once
 * per kind, so that compressed pointers, compact headers and alignment need not be known.
 *
 * <p>Measured on the agent's thread, at its first tick; immutable afterwards.
 */
final class ObjectSizes {
  /** Enough for the cached views, the counter cells and the ends of any map. */
  private static final int MOST_PARTS = 256;

  private final Instrumentation instrumentation;
  private final long[] nodes = new long[MapscopeLayout.COUNT];
  private final long[] otherNodes = new long[MapscopeLayout.COUNT];
  private final long[] instances = new long[MapscopeLayout.COUNT];
  private final long[] fixedParts = new long[MapscopeLayout.COUNT];
  private final long skipListIndex;
  private final Map<String, Long> facades = new HashMap<>();

  ObjectSizes(Instrumentation instrumentation) {
    this.instrumentation = instrumentation;
    for (int layout = 0; layout < MapscopeLayout.COUNT; layout++) {
      nodes[layout] = of(MapscopeSpecimens.node(layout));
      otherNodes[layout] = of(MapscopeSpecimens.otherNode(layout));
      Map<?, ?> map = withOneEntry(layout);
      instances[layout] = of(map);
      fixedParts[layout] = map == null ? 0 : partsOf(map);
    }
    skipListIndex = of(MapscopeSpecimens.skipListIndex());
    measureFacades();
  }

  /** Bytes of {@code object} alone; 0 for null. */
  long of(@Nullable Object object) {
    return object == null ? 0 : instrumentation.getObjectSize(object);
  }

  /** Bytes of what {@code map} consists of besides itself, its table and its nodes. */
  long partsOf(Object map) {
    Object[] parts = new Object[MOST_PARTS];
    int count = MapscopeParts.of(map, parts);
    long bytes = 0;
    for (int i = 0; i < count; i++) {
      bytes += of(parts[i]);
    }
    return bytes;
  }

  /**
   * Bytes of one entry, its share of a skip list's index included: a node gets a level with a
   * chance of a quarter, and each further one with a half, which makes half a level per node.
   */
  long entry(int layout) {
    return nodes[layout] + (layout == MapscopeLayout.SKIP_LIST ? skipListIndex / 2 : 0);
  }

  /** Bytes of a tree node, or of a skip list's mark of a removed node. */
  long otherNode(int layout) {
    return otherNodes[layout];
  }

  /** Bytes of a map of the JDK's own class, without table and nodes. */
  long instance(int layout) {
    return instances[layout];
  }

  /** Bytes of the parts that every map has from its first entry on. */
  long fixedParts(int layout) {
    return fixedParts[layout];
  }

  /** Bytes of the set or wrapper of the JDK's around a map; 0 for any other class. */
  long facade(String className) {
    return facades.getOrDefault(className, 0L);
  }

  private static @Nullable Map<?, ?> withOneEntry(int layout) {
    if (layout == MapscopeLayout.ENUM) {
      Map<TimeUnit, Object> map = new EnumMap<>(TimeUnit.class);
      map.put(TimeUnit.SECONDS, "");
      return map;
    }
    Map<String, Object> map = empty(layout);
    if (map != null) {
      map.put("", "");
    }
    return map;
  }

  private static @Nullable Map<String, Object> empty(int layout) {
    return switch (layout) {
      case MapscopeLayout.HASH -> new HashMap<>();
      case MapscopeLayout.LINKED_HASH -> new LinkedHashMap<>();
      case MapscopeLayout.TREE -> new TreeMap<>();
      case MapscopeLayout.CONCURRENT_HASH -> new ConcurrentHashMap<>();
      case MapscopeLayout.SKIP_LIST -> new ConcurrentSkipListMap<>();
      case MapscopeLayout.HASHTABLE -> new Hashtable<>();
      case MapscopeLayout.WEAK -> new WeakHashMap<>();
      case MapscopeLayout.IDENTITY -> new IdentityHashMap<>();
      default -> null;
    };
  }

  private void measureFacades() {
    List<Object> specimens =
        List.of(
            new HashSet<>(),
            new LinkedHashSet<>(),
            new TreeSet<>(),
            new ConcurrentSkipListSet<>(),
            ConcurrentHashMap.newKeySet(),
            Collections.newSetFromMap(new HashMap<>()),
            Collections.synchronizedMap(new HashMap<>()));
    for (Object specimen : specimens) {
      facades.put(specimen.getClass().getName(), of(specimen));
    }
  }
}
