package io.mapscope.prove.form;

import java.util.concurrent.ConcurrentMap;

/** A concurrent map whose compound operations are one call each: no update gets lost. */
class AtomicSubject extends MapSubject {

  AtomicSubject(ConcurrentMap<Long, Long> map) {
    super(map);
  }

  @Override
  public void insert(Long key, Long value) {
    map.computeIfAbsent(key, absent -> value);
  }

  @Override
  public void update(Long key) {
    map.merge(key, 1L, Long::sum);
  }
}
