package io.mapscope.dist.programs;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/** Uses a map, says so, and waits to be ended: by a signal, or with {@code exit} by itself. */
public final class Waiting {
  static final Map<String, String> MAP = new ConcurrentHashMap<>();

  private Waiting() {}

  public static void main(String[] args) throws Exception {
    MAP.put("a", "b");
    System.out.println("ready");
    if (args.length > 0) {
      System.exit(7);
    }
    new CountDownLatch(1).await();
  }
}
