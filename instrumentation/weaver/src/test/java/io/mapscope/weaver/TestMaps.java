package io.mapscope.weaver;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Supplier;

/** One maker per woven map class. */
final class TestMaps {
  private TestMaps() {}

  /** A user's subclass. */
  static final class Registry extends HashMap<TestKey, String> {
    private static final long serialVersionUID = 1L;
  }

  static Map<String, Supplier<Map<TestKey, String>>> all() {
    Map<String, Supplier<Map<TestKey, String>>> makers = new LinkedHashMap<>();
    makers.put("ConcurrentHashMap", () -> new ConcurrentHashMap<>());
    makers.put("ConcurrentSkipListMap", () -> new ConcurrentSkipListMap<>());
    makers.put("HashMap", () -> new HashMap<>());
    makers.put("LinkedHashMap", () -> new LinkedHashMap<>());
    makers.put("LinkedHashMap in access order", () -> new LinkedHashMap<>(16, 0.75f, true));
    makers.put("TreeMap", () -> new TreeMap<>());
    makers.put("WeakHashMap", () -> new WeakHashMap<>());
    makers.put("IdentityHashMap", () -> new IdentityHashMap<>());
    makers.put("EnumMap", () -> new EnumMap<>(TestKey.class));
    makers.put("Hashtable", () -> new Hashtable<>());
    makers.put("a subclass", () -> new Registry());
    return makers;
  }

  static void fill(Map<TestKey, String> map) {
    for (TestKey key : TestKey.values()) {
      if (key != TestKey.ABSENT) {
        map.put(key, valueOf(key));
      }
    }
  }

  /** The same instance each time, for IdentityHashMap compares values by identity too. */
  static String valueOf(TestKey key) {
    return key.name();
  }
}
