package io.mapscope.dist.programs;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/** Makes maps, uses each and drops it, says so, and waits to be ended. */
public final class Discarding {
  public static final int MAPS = 15_000;

  private Discarding() {}

  public static void main(String[] args) throws Exception {
    for (int n = 0; n < MAPS; n++) {
      Map<Integer, Integer> map = new ConcurrentHashMap<>();
      map.put(n, n);
    }
    System.out.println("dropped");
    new CountDownLatch(1).await();
  }
}
