package io.mapscope.othermaps.programs;

import java.io.ObjectStreamClass;
import java.io.Serializable;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Maps that a user wrote: one inherits most of its operations, one can be serialized. */
public final class OwnMaps {
  static final Map<Integer, String> REGISTRY = new Registry();
  static final Map<Integer, String> VALUES = new Values();
  static final Map<Integer, String> COUNTING = new Counting();

  private OwnMaps() {}

  /** What the user's maps have in common; not named to the agent. */
  abstract static class Store implements Map<Integer, String> {
    private final Map<Integer, String> inside = new ConcurrentHashMap<>();

    @Override
    public int size() {
      return inside.size();
    }

    @Override
    public boolean isEmpty() {
      return size() == 0;
    }

    @Override
    public boolean containsKey(Object key) {
      return get(key) != null;
    }

    @Override
    public boolean containsValue(Object value) {
      return inside.containsValue(value);
    }

    @Override
    public @Nullable String get(Object key) {
      return inside.get(key);
    }

    @Override
    public @Nullable String put(Integer key, String value) {
      return inside.put(key, value);
    }

    @Override
    public @Nullable String remove(Object key) {
      return inside.remove(key);
    }

    @Override
    public void putAll(Map<? extends Integer, ? extends String> more) {
      more.forEach(this::put);
    }

    @Override
    public void clear() {
      inside.clear();
    }

    @Override
    public Set<Integer> keySet() {
      return inside.keySet();
    }

    @Override
    public Collection<String> values() {
      return inside.values();
    }

    @Override
    public Set<Entry<Integer, String>> entrySet() {
      return inside.entrySet();
    }
  }

  /** Declares two operations and inherits the others. */
  static final class Registry extends Store {
    @Override
    public @Nullable String put(Integer key, String value) {
      return super.put(key, value.trim());
    }

    @Override
    public boolean isEmpty() {
      return keySet().isEmpty();
    }
  }

  /** Without a serial version of its own; its views are nested classes. */
  static class Values extends AbstractMap<Integer, String> implements Serializable {
    private final HashMap<Integer, String> inside = new HashMap<>();

    @Override
    public @Nullable String get(Object key) {
      return inside.get(key);
    }

    @Override
    public @Nullable String put(Integer key, String value) {
      return inside.put(key, value);
    }

    @Override
    public Set<Entry<Integer, String>> entrySet() {
      return new Entries();
    }

    private final class Entries extends AbstractSet<Entry<Integer, String>> {
      @Override
      public Iterator<Entry<Integer, String>> iterator() {
        return inside.entrySet().iterator();
      }

      @Override
      public int size() {
        return Values.this.inside.size();
      }
    }
  }

  /** Knows its size without asking anybody. */
  static final class Counting extends Store {
    private final AtomicInteger entries = new AtomicInteger();

    @Override
    public @Nullable String put(Integer key, String value) {
      String before = super.put(key, value);
      entries.addAndGet(before == null ? 1 : 0);
      return before;
    }

    @Override
    public void clear() {
      super.clear();
      entries.set(0);
    }

    @Override
    public int size() {
      return entries.get();
    }
  }

  public static void main(String[] args) throws Exception {
    Oracle registry = new Oracle();
    for (int key = 0; key < 100; key++) {
      String value = "value " + key;
      registry.did(REGISTRY.put(key % 40, value) != null, "putReplace", "putNew");
      registry.did(REGISTRY.get(key) != null, "getHit", "getMiss");
      registry.did(REGISTRY.containsKey(key - 3), "getHit", "getMiss");
      registry.did(REGISTRY.remove(2 * key) != null, "removeHit", "removeMiss");
      MapUse.check(!REGISTRY.containsValue("nothing"));
      registry.did("traversals");
      MapUse.use(REGISTRY.isEmpty());
      MapUse.use(REGISTRY.size());
      registry.did("size");
      registry.did("size");
      registry.did(!REGISTRY.getOrDefault(key, "none").equals("none"), "getHit", "getMiss");
      registry.did(REGISTRY.putIfAbsent(key, value) != null, "putReplace", "putNew");
      REGISTRY.putAll(Map.of(-1, value, -2, value));
      registry.did("putAll");
    }
    REGISTRY.clear();
    registry.did("clear");
    registry.print("REGISTRY");
    useValues();
    for (int key = 0; key < 30; key++) {
      COUNTING.put(key, "old");
    }
    COUNTING.clear();
    for (int key = 0; key < 12; key++) {
      COUNTING.put(key, "new");
    }
    Map<Integer, String> same = new HashMap<>();
    for (int key = 0; key < 50; key++) {
      same.put(key % 20, "value");
    }
    MapUse.check(same.size() == 20);
    MapUse.check(COUNTING.keySet().size() == 12);
    System.out.println(
        "serialVersionUID " + ObjectStreamClass.lookup(Values.class).getSerialVersionUID());
  }

  private static void useValues() {
    Oracle oracle = new Oracle();
    for (int key = 0; key < 50; key++) {
      oracle.did(VALUES.put(key % 20, "value") != null, "putReplace", "putNew");
      oracle.did(VALUES.get(key) != null, "getHit", "getMiss");
      for (Map.Entry<Integer, String> entry : VALUES.entrySet()) {
        MapUse.check(entry.getKey() != null);
      }
      oracle.did("traversals");
      MapUse.check(VALUES.size() > 0);
      oracle.did("size");
    }
    oracle.print("VALUES");
  }
}
