package io.mapscope.serializers.programs;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Hashtable;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;

/** Serializes every kind of map, one within another, and one reference twice. */
public final class JavaSerialization {
  /** The header of a stream, which belongs to no map. */
  private static final int STREAM_HEADER_BYTES = 4;

  private static final Map<String, Integer> HASH = new HashMap<>();
  private static final Map<String, Integer> LINKED = new LinkedHashMap<>();
  private static final Map<String, Integer> TREE = new TreeMap<>();
  private static final Map<String, Integer> CONCURRENT = new ConcurrentHashMap<>();
  private static final Map<String, Integer> LIST = new ConcurrentSkipListMap<>();
  private static final Map<String, Integer> TABLE = new Hashtable<>();
  private static final Map<String, Integer> IDENTITY = new IdentityHashMap<>();
  private static final Map<TimeUnit, Integer> ENUM = new EnumMap<>(TimeUnit.class);
  private static final Map<String, Integer> EMPTY = new HashMap<>();
  private static final Set<String> SET = new HashSet<>();
  private static final Map<String, Object> OUTER = new HashMap<>();
  private static final Map<String, Integer> INNER = new HashMap<>();
  private static final Map<String, Integer> SIBLING = new HashMap<>();
  private static final Map<String, Integer> FAILING = new HashMap<>();

  private JavaSerialization() {}

  public static void main(String[] args) throws Exception {
    Truth.fill(HASH, LINKED, TREE, CONCURRENT, LIST, TABLE, IDENTITY, INNER, SIBLING, FAILING);
    for (TimeUnit unit : TimeUnit.values()) {
      ENUM.put(unit, unit.ordinal());
    }
    SET.add("a");
    SET.add("b");
    OUTER.put("inner", INNER);
    OUTER.put("wrapped", Collections.synchronizedMap(INNER));
    OUTER.put("text", "x".repeat(5_000));
    whole("HASH", HASH, HASH.size());
    whole("LINKED", LINKED, LINKED.size());
    whole("TREE", TREE, TREE.size());
    whole("CONCURRENT", CONCURRENT, CONCURRENT.size());
    whole("LIST", LIST, LIST.size());
    whole("TABLE", TABLE, TABLE.size());
    whole("IDENTITY", IDENTITY, IDENTITY.size());
    whole("ENUM", ENUM, ENUM.size());
    whole("EMPTY", EMPTY, EMPTY.size());
    whole("SET", SET, SET.size());
    whole("OUTER", OUTER, OUTER.size());
    Truth.of("SIBLING", "java", SIBLING.size(), () -> twiceInOneStream(SIBLING));
    failing();
  }

  private static void whole(String field, Object map, long entries) throws Exception {
    Truth.of(field, "java", entries, () -> length(map));
  }

  private static long length(Object map) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(map);
    }
    return bytes.size() - STREAM_HEADER_BYTES;
  }

  /** The second time the stream holds a reference of five bytes, which is no serialization. */
  private static long twiceInOneStream(Object map) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(map);
      out.writeObject(map);
    }
    return bytes.size() - STREAM_HEADER_BYTES - 5;
  }

  /** What throws is no serialization, and the next one on the thread is measured again. */
  private static void failing() throws Exception {
    Map<String, Object> broken = new HashMap<>();
    broken.put("broken", new Object());
    for (int i = 0; i < 1_000; i++) {
      try {
        length(broken);
      } catch (java.io.NotSerializableException expected) {
        continue;
      }
      throw new IllegalStateException("an Object was serialized");
    }
    whole("FAILING", FAILING, FAILING.size());
  }
}
