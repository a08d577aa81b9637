package io.mapscope.prove.list;

import java.util.List;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The form made for appending and nothing else: a concurrent map that is only looked up once a key
 * is known, of logs to which appending is one atomic addition.
 */
final class AppendOnlyLists<K, V> implements ListMap<K, V> {

  private final ConcurrentHashMap<K, AppendOnlyLog<V>> logs = new ConcurrentHashMap<>();

  @Override
  public void append(K key, V value) {
    AppendOnlyLog<V> log = logs.get(key);
    if (log == null) {
      log = logs.computeIfAbsent(key, absent -> new AppendOnlyLog<>());
    }
    log.append(value);
  }

  @Override
  public List<V> list(K key) {
    AppendOnlyLog<V> log = logs.get(key);
    return log == null ? List.of() : log.toList();
  }
}
