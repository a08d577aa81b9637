package io.mapscope.prove.list;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Maps of lists made of what the JDK has for everything. */
final class GeneralLists {

  private GeneralLists() {}

  private static <V> List<V> with(List<V> list, V value) {
    List<V> copy = new ArrayList<>(list.size() + 1);
    copy.addAll(list);
    copy.add(value);
    return Collections.unmodifiableList(copy);
  }

  /** {@code computeIfAbsent(key, synchronizedList).add(value)}: what is written most. */
  static final class Synchronized<K, V> implements ListMap<K, V> {

    private final ConcurrentMap<K, List<V>> lists = new ConcurrentHashMap<>();

    @Override
    public void append(K key, V value) {
      lists
          .computeIfAbsent(key, absent -> Collections.synchronizedList(new ArrayList<>()))
          .add(value);
    }

    @Override
    public List<V> list(K key) {
      List<V> list = lists.get(key);
      if (list == null) {
        return List.of();
      }
      synchronized (list) {
        return new ArrayList<>(list);
      }
    }
  }

  /** Plain lists that are changed, and read, inside {@code compute}, under the lock of the bin. */
  static final class Computed<K, V> implements ListMap<K, V> {

    private final ConcurrentMap<K, List<V>> lists = new ConcurrentHashMap<>();

    @Override
    public void append(K key, V value) {
      lists.compute(
          key,
          (same, there) -> {
            List<V> list = there == null ? new ArrayList<>() : there;
            list.add(value);
            return list;
          });
    }

    @Override
    public List<V> list(K key) {
      List<V> copy = new ArrayList<>();
      lists.computeIfPresent(
          key,
          (same, list) -> {
            copy.addAll(list);
            return list;
          });
      return copy;
    }
  }

  /** Immutable lists, replaced by {@code merge}: readers need no lock, each append copies. */
  static final class Immutable<K, V> implements ListMap<K, V> {

    private final ConcurrentMap<K, List<V>> lists = new ConcurrentHashMap<>();

    @Override
    public void append(K key, V value) {
      lists.merge(key, List.of(value), (list, one) -> with(list, one.get(0)));
    }

    @Override
    public List<V> list(K key) {
      return lists.getOrDefault(key, List.of());
    }
  }

  /** CopyOnWriteArrayLists: the same by the JDK's class. */
  static final class CopyOnWrite<K, V> implements ListMap<K, V> {

    private final ConcurrentMap<K, List<V>> lists = new ConcurrentHashMap<>();

    @Override
    public void append(K key, V value) {
      lists.computeIfAbsent(key, absent -> new CopyOnWriteArrayList<>()).add(value);
    }

    @Override
    public List<V> list(K key) {
      return new ArrayList<>(lists.getOrDefault(key, List.of()));
    }
  }

  /** Concurrent queues: nobody waits, an element has a node of its own. */
  static final class Queues<K, V> implements ListMap<K, V> {

    private final ConcurrentMap<K, Queue<V>> queues = new ConcurrentHashMap<>();

    @Override
    public void append(K key, V value) {
      queues.computeIfAbsent(key, absent -> new ConcurrentLinkedQueue<>()).add(value);
    }

    @Override
    public List<V> list(K key) {
      Queue<V> queue = queues.get(key);
      return queue == null ? List.of() : new ArrayList<>(queue);
    }
  }
}
