package io.mapscope.prove.form;

import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A plain map all of whose uses, compound ones too, hold a lock: one for all, or one for readers
 * and one for writers. A map whose reads change it (access order) must have one for all.
 */
final class LockedSubject implements Subject {

  private final MapSubject guarded;
  private final Lock read;
  private final Lock write;

  LockedSubject(Map<Long, Long> map, ReentrantLock lock) {
    guarded = new MapSubject(map);
    read = lock;
    write = lock;
  }

  LockedSubject(Map<Long, Long> map, ReadWriteLock lock) {
    guarded = new MapSubject(map);
    read = lock.readLock();
    write = lock.writeLock();
  }

  @Override
  public @Nullable Long get(Long key) {
    read.lock();
    try {
      return guarded.get(key);
    } finally {
      read.unlock();
    }
  }

  @Override
  public @Nullable Long put(Long key, Long value) {
    write.lock();
    try {
      return guarded.put(key, value);
    } finally {
      write.unlock();
    }
  }

  @Override
  public @Nullable Long remove(Long key) {
    write.lock();
    try {
      return guarded.remove(key);
    } finally {
      write.unlock();
    }
  }

  @Override
  public @Nullable Long computeIfAbsent(Long key, Function<Long, Long> function) {
    write.lock();
    try {
      return guarded.computeIfAbsent(key, function);
    } finally {
      write.unlock();
    }
  }

  @Override
  public void compute(Long key, Function<Long, Long> next) {
    write.lock();
    try {
      guarded.compute(key, next);
    } finally {
      write.unlock();
    }
  }

  @Override
  public void merge(Long key, Long by) {
    write.lock();
    try {
      guarded.merge(key, by);
    } finally {
      write.unlock();
    }
  }

  @Override
  public @Nullable Long replace(Long key, Long value) {
    write.lock();
    try {
      return guarded.replace(key, value);
    } finally {
      write.unlock();
    }
  }

  @Override
  public void insert(Long key, Long value) {
    write.lock();
    try {
      guarded.insert(key, value);
    } finally {
      write.unlock();
    }
  }

  @Override
  public void update(Long key) {
    write.lock();
    try {
      guarded.update(key);
    } finally {
      write.unlock();
    }
  }

  @Override
  public void admit(Long key, Long value, Long eldest) {
    write.lock();
    try {
      guarded.admit(key, value, eldest);
    } finally {
      write.unlock();
    }
  }

  @Override
  public @Nullable Long load(Long key, Loading loading) {
    write.lock();
    try {
      return guarded.load(key, loading);
    } finally {
      write.unlock();
    }
  }

  @Override
  public void putAll(Map<Long, Long> batch) {
    write.lock();
    try {
      guarded.putAll(batch);
    } finally {
      write.unlock();
    }
  }

  @Override
  public int size() {
    read.lock();
    try {
      return guarded.size();
    } finally {
      read.unlock();
    }
  }

  @Override
  public long traverse() {
    read.lock();
    try {
      return guarded.traverse();
    } finally {
      read.unlock();
    }
  }

  @Override
  public Map<Long, ?> copy() {
    read.lock();
    try {
      return guarded.copy();
    } finally {
      read.unlock();
    }
  }

  @Override
  public @Nullable Long ordered(Long key) {
    read.lock();
    try {
      return guarded.ordered(key);
    } finally {
      read.unlock();
    }
  }
}
