package io.mapscope.behaviour;

import java.io.Serial;
import java.util.AbstractMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Map classes as applications write them: on top of a map of the JDK, calling into it. */
final class UserMaps {
  private UserMaps() {}

  /** Overrides single operations and counts the calls, as a caching map does. */
  static final class CountingHashMap extends HashMap<String, String> {
    @Serial private static final long serialVersionUID = 1;

    private long calls;

    @Override
    public @Nullable String get(Object key) {
      calls++;
      return super.get(key);
    }

    @Override
    public @Nullable String put(String key, String value) {
      calls++;
      return super.put(key, value);
    }

    @Override
    public @Nullable String remove(Object key) {
      calls++;
      return super.remove(key);
    }

    long calls() {
      return calls;
    }
  }

  /** Reaches one public operation through others of the same map. */
  static final class DelegatingConcurrentMap extends ConcurrentHashMap<String, String> {
    @Serial private static final long serialVersionUID = 1;

    @Override
    public @Nullable String put(String key, String value) {
      final String earlier = super.putIfAbsent(key, value);
      return earlier == null ? null : super.replace(key, value);
    }

    @Override
    public boolean containsKey(Object key) {
      return super.get(key) != null;
    }
  }

  /** Forgets its eldest entry beyond a bound that the suites do not reach. */
  static final class RecentMap extends LinkedHashMap<String, String> {
    @Serial private static final long serialVersionUID = 1;

    private static final int BOUND = 1_000;

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
      return size() > BOUND;
    }
  }

  /** A sorted map that checks what it is given. */
  static final class CheckingTreeMap extends TreeMap<String, String> {
    @Serial private static final long serialVersionUID = 1;

    @Override
    public @Nullable String put(String key, String value) {
      return key.isEmpty() ? get(key) : super.put(key, value);
    }
  }

  /** Inherits most operations from {@link AbstractMap}: they run over the inner map's view. */
  static final class ViewMap extends AbstractMap<String, String> {
    private final Map<String, String> inner = new HashMap<>();

    @Override
    public Set<Map.Entry<String, String>> entrySet() {
      return inner.entrySet();
    }

    @Override
    public @Nullable String put(String key, String value) {
      return inner.put(key, value);
    }
  }

  /** A set of the JDK with one operation overridden. */
  static final class CountingHashSet extends HashSet<String> {
    @Serial private static final long serialVersionUID = 1;

    private long additions;

    @Override
    public boolean add(String element) {
      additions++;
      return super.add(element);
    }

    long additions() {
      return additions;
    }
  }
}
