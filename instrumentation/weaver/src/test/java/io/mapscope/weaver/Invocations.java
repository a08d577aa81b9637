package io.mapscope.weaver;

import java.util.AbstractMap.SimpleEntry;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Carries out the operation that a row of the table is about. */
final class Invocations {
  private Invocations() {}

  static boolean applies(OperationTable.Row row, Supplier<Map<TestKey, String>> maker) {
    return !row.type().endsWith("Map")
        || row.type().equals("Map")
        || maker.get() instanceof NavigableMap;
  }

  /** What the method is called on: the map, or a view taken before counting begins. */
  static Object target(OperationTable.Row row, Map<TestKey, String> map) {
    Collection<?> view =
        switch (row.type()) {
          case "keySet" -> map.keySet();
          case "values" -> map.values();
          case "entrySet" -> map.entrySet();
          default -> null;
        };
    if (view == null) {
      return map;
    }
    return row.method().equals("Iterator.remove()") ? advanced(view) : view;
  }

  private static Iterator<?> advanced(Collection<?> view) {
    Iterator<?> it = view.iterator();
    it.next();
    return it;
  }

  static void invoke(OperationTable.Row row, Map<TestKey, String> map, Object target) {
    TestKey key = row.outcome().equals("miss") ? TestKey.ABSENT : TestKey.B;
    if (target instanceof Iterator<?> it) {
      it.remove();
    } else if (row.type().equals("SortedMap") || row.type().equals("NavigableMap")) {
      navigate(row.method(), (NavigableMap<TestKey, String>) map, key);
    } else if (target == map) {
      use(row.method(), map, key);
    } else {
      view(row, (Collection<?>) target, key);
    }
  }

  private static @Nullable Object use(String method, Map<TestKey, String> map, TestKey key) {
    String value = TestMaps.valueOf(key);
    switch (method) {
      case "forEach(BiConsumer)" -> map.forEach((k, v) -> {});
      case "replaceAll(BiFunction)" -> map.replaceAll((k, v) -> v);
      case "putAll(Map)" -> map.putAll(Map.of(key, value));
      case "clear()" -> map.clear();
      default -> {
        return ask(method, map, key, value);
      }
    }
    return map;
  }

  private static @Nullable Object ask(
      String method, Map<TestKey, String> map, TestKey key, String value) {
    return switch (method) {
      case "size()" -> map.size();
      case "isEmpty()" -> map.isEmpty();
      case "get(Object)" -> map.get(key);
      case "containsKey(Object)" -> map.containsKey(key);
      case "containsValue(Object)" -> map.containsValue(value);
      case "put(Object,Object)" -> map.put(key, value);
      case "remove(Object)" -> map.remove(key);
      case "keySet()" -> map.keySet();
      case "values()" -> map.values();
      case "entrySet()" -> map.entrySet();
      case "equals(Object)" -> map.equals(Map.of(key, value));
      case "hashCode()" -> map.hashCode();
      case "toString()" -> map.toString();
      case "getOrDefault(Object,Object)" -> map.getOrDefault(key, "none");
      case "putIfAbsent(Object,Object)" -> map.putIfAbsent(key, value);
      case "remove(Object,Object)" -> map.remove(key, value);
      case "replace(Object,Object,Object)" -> map.replace(key, value, value);
      case "replace(Object,Object)" -> map.replace(key, value);
      case "computeIfAbsent(Object,Function)" -> map.computeIfAbsent(key, k -> value);
      case "computeIfPresent(Object,BiFunction)" -> map.computeIfPresent(key, (k, v) -> value);
      case "compute(Object,BiFunction)" -> map.compute(key, (k, v) -> value);
      case "merge(Object,Object,BiFunction)" -> map.merge(key, value, (a, b) -> b);
      default -> throw new IllegalArgumentException("nobody can do Map." + method);
    };
  }

  private static @Nullable Object navigate(
      String method, NavigableMap<TestKey, String> map, TestKey key) {
    return switch (method) {
      case "comparator()" -> String.valueOf(map.comparator());
      case "keySet()" -> map.keySet();
      case "values()" -> map.values();
      case "entrySet()" -> map.entrySet();
      case "navigableKeySet()" -> map.navigableKeySet();
      case "subMap(Object,Object)" -> map.subMap(TestKey.A, key);
      case "headMap(Object)" -> map.headMap(key);
      case "tailMap(Object)" -> map.tailMap(key);
      case "subMap(Object,boolean,Object,boolean)" -> map.subMap(TestKey.A, true, key, true);
      case "headMap(Object,boolean)" -> map.headMap(key, true);
      case "tailMap(Object,boolean)" -> map.tailMap(key, true);
      case "firstKey()" -> map.firstKey();
      case "lastKey()" -> map.lastKey();
      case "firstEntry()" -> map.firstEntry();
      case "lastEntry()" -> map.lastEntry();
      case "pollFirstEntry()" -> map.pollFirstEntry();
      case "pollLastEntry()" -> map.pollLastEntry();
      case "lowerEntry(Object)" -> map.lowerEntry(key);
      case "lowerKey(Object)" -> map.lowerKey(key);
      case "floorEntry(Object)" -> map.floorEntry(key);
      case "floorKey(Object)" -> map.floorKey(key);
      case "ceilingEntry(Object)" -> map.ceilingEntry(key);
      case "ceilingKey(Object)" -> map.ceilingKey(key);
      case "higherEntry(Object)" -> map.higherEntry(key);
      case "higherKey(Object)" -> map.higherKey(key);
      case "descendingMap()" -> map.descendingMap();
      case "descendingKeySet()" -> map.descendingKeySet();
      default -> throw new IllegalArgumentException("nobody can do NavigableMap." + method);
    };
  }

  private static @Nullable Object view(OperationTable.Row row, Collection<?> view, TestKey key) {
    Object element =
        switch (row.type()) {
          case "keySet" -> key;
          case "values" -> TestMaps.valueOf(key);
          default -> new SimpleEntry<>(key, TestMaps.valueOf(key));
        };
    switch (row.method()) {
      case "clear()" -> view.clear();
      case "forEach(Consumer)" -> view.forEach(e -> {});
      case "stream()" -> view.stream().forEach(e -> {});
      default -> {
        return ask(row.method(), view, element);
      }
    }
    return view;
  }

  private static @Nullable Object ask(String method, Collection<?> view, Object element) {
    return switch (method) {
      case "size()" -> view.size();
      case "isEmpty()" -> view.isEmpty();
      case "contains(Object)" -> view.contains(element);
      case "iterator()" -> drain(view.iterator());
      case "toArray()" -> view.toArray();
      case "toArray(Object[])" -> view.toArray(new Object[0]);
      case "toArray(IntFunction)" -> view.toArray(Object[]::new);
      case "remove(Object)" -> view.remove(element);
      case "toString()" -> view.toString();
      default -> throw new IllegalArgumentException("nobody can do a view's " + method);
    };
  }

  private static int drain(Iterator<?> it) {
    int n = 0;
    for (; it.hasNext(); it.next()) {
      n++;
    }
    return n;
  }
}
