package io.mapscope.dist.programs;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Hashtable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Maps whose keys have few hash values, and some whose keys have many; prints how the entries lie,
 * by walking the tables: {@code FIELD TREES HOT}.
 */
public final class Crowded {
  static final Map<Object, Integer> EVEN = new HashMap<>();
  static final Map<Object, Integer> EVEN_CONCURRENT = new ConcurrentHashMap<>();
  static final Map<Object, Integer> POOR = new HashMap<>();
  static final Map<Object, Integer> POOR_LINKED = new LinkedHashMap<>();
  static final Map<Object, Integer> POOR_CONCURRENT = new ConcurrentHashMap<>();
  static final Map<Object, Integer> POOR_OLD = new Hashtable<>();
  static final Map<Object, Integer> POOR_WEAK = new WeakHashMap<>();
  static final Map<Object, Integer> COMPUTED = new ConcurrentHashMap<>();
  static final Map<Object, Integer> FEW = new HashMap<>();

  private static final int KEYS = 2_000;
  private static final Set<Object> REACHABLE = new HashSet<>();

  private Crowded() {}

  /** One of ten hash values. */
  record Poor(int number) {
    @Override
    public int hashCode() {
      return number % 10;
    }
  }

  public static void main(String[] args) throws ReflectiveOperationException {
    Random random = new Random(1);
    for (int i = 0; i < KEYS; i++) {
      Integer even = random.nextInt();
      EVEN.put(even, i);
      EVEN_CONCURRENT.put(even, i);
      Poor key = new Poor(i);
      REACHABLE.add(key);
      POOR.put(key, i);
      POOR_LINKED.put(key, i);
      POOR_CONCURRENT.put(key, i);
      POOR_OLD.put(key, i);
      POOR_WEAK.put(key, i);
      COMPUTED.merge(key, i, Integer::sum);
    }
    for (int i = 0; i < 7; i++) {
      FEW.put(new Poor(10 * i), i);
    }
    for (Field field : Crowded.class.getDeclaredFields()) {
      if (field.get(null) instanceof Map<?, ?> map) {
        System.out.println(field.getName() + " " + truth(map));
      }
    }
  }

  private static String truth(Map<?, ?> map) throws ReflectiveOperationException {
    Class<?> declares = map instanceof HashMap ? HashMap.class : map.getClass();
    Object table = read(map, declares, "table");
    int trees = 0;
    int hot = 0;
    for (int i = 0; i < Array.getLength(table); i++) {
      Object head = Array.get(table, i);
      if (head != null) {
        boolean isTree = head.getClass().getSimpleName().startsWith("Tree");
        boolean isTreeBin = head.getClass().getSimpleName().equals("TreeBin");
        int length = length(isTreeBin ? read(head, head.getClass(), "first") : head);
        trees += isTree ? 1 : 0;
        hot += length >= 8 ? 1 : 0;
      }
    }
    return trees + " " + hot;
  }

  private static int length(Object first) throws ReflectiveOperationException {
    int length = 0;
    for (Object node = first; node != null; node = read(node, node.getClass(), "next")) {
      length++;
    }
    return length;
  }

  private static Object read(Object object, Class<?> type, String name)
      throws ReflectiveOperationException {
    for (Class<?> c = type; ; c = c.getSuperclass()) {
      for (Field field : c.getDeclaredFields()) {
        if (field.getName().equals(name)) {
          field.setAccessible(true);
          return field.get(object);
        }
      }
    }
  }
}
