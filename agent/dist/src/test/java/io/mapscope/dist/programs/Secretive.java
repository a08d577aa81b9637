package io.mapscope.dist.programs;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CountDownLatch;

/**
 * Keeps secrets in all that a map can hold and does to the maps whatever is recorded closely: races
 * in them, waits for them, copies and serializes them, throws out of their functions; until it is
 * ended.
 *
 * <p>Every secret has one of these marks in it; that of a key which may be shown with {@code
 * keys=text} is {@link #HOT}.
 */
public final class Secretive {
  public static final String HOT = "qZ7hot";
  public static final String KEY = "qZ7key";
  public static final String VALUE = "qZ7value";
  public static final String MEMBER = "qZ7member";
  public static final String MESSAGE = "qZ7message";

  static final Map<Object, Object> SHARED = new ConcurrentHashMap<>();
  static final Map<Object, Object> RACY = new HashMap<>();
  static final Map<Object, Object> LOCKED = Collections.synchronizedMap(new HashMap<>());
  static final Map<String, Object> SORTED = new ConcurrentSkipListMap<>();
  static final Map<Account, Object> ACCOUNTS = new ConcurrentHashMap<>();

  private static final int KEYS = 64;
  private static final int THREADS = 3;
  private static final int HOT_READS = 20;

  private Secretive() {}

  /** A key of the application's own, whose methods would tell all about it. */
  record Account(String owner) implements Comparable<Account> {
    @Override
    public int compareTo(Account other) {
      return owner.compareTo(other.owner);
    }
  }

  public static void main(String[] args) throws Exception {
    for (int i = 0; i < KEYS; i++) {
      Map<String, Object> inner = new HashMap<>(Map.of(KEY + "-inner-" + i, VALUE + "-inner-" + i));
      List<String> list = new ArrayList<>(List.of(VALUE + "-list-" + i));
      SHARED.put(KEY + i, inner);
      RACY.put(KEY + i, list);
      LOCKED.put(KEY + i, VALUE + i);
      SORTED.put(KEY + i, inner);
      ACCOUNTS.put(new Account(MEMBER + i), VALUE + i);
    }
    SHARED.put(hot(), VALUE);
    for (int t = 0; t < THREADS; t++) {
      Thread user = new Thread(Secretive::use, "user-" + t);
      user.setDaemon(true);
      user.start();
    }
    System.out.println("ready");
    new CountDownLatch(1).await();
  }

  /** Longer than what is shown of a key. */
  private static String hot() {
    return HOT + "x".repeat(64) + KEY;
  }

  private static void use() {
    String hot = hot();
    for (int i = 0; true; i++) {
      String key = KEY + i % KEYS;
      for (int reads = 0; reads < HOT_READS; reads++) {
        SHARED.get(hot);
      }
      SHARED.merge(hot, VALUE + i, (old, value) -> value);
      RACY.put(key, VALUE + i);
      RACY.get(key);
      checkThenAct(KEY + "-new-" + i % 8);
      LOCKED.put(key, VALUE + i);
      SORTED.put(key, VALUE + i);
      ACCOUNTS.get(new Account(MEMBER + i % KEYS));
      if (i % 500 == 0) {
        copy();
        fail(i);
      }
    }
  }

  private static void checkThenAct(String key) {
    if (SHARED.get(key) == null) {
      SHARED.put(key, VALUE);
    } else {
      SHARED.remove(key);
    }
  }

  private static void copy() {
    new HashMap<>(SHARED);
    synchronized (LOCKED) {
      new ArrayList<>(LOCKED.values());
    }
    try (ObjectOutputStream out = new ObjectOutputStream(new ByteArrayOutputStream())) {
      out.writeObject(SORTED);
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static void fail(int i) {
    try {
      SHARED.computeIfAbsent(
          KEY + "-failing",
          key -> {
            throw new IllegalStateException(MESSAGE + " " + key);
          });
    } catch (IllegalStateException expected) {
      RACY.put(KEY + i % KEYS, expected.getMessage());
    }
  }
}
