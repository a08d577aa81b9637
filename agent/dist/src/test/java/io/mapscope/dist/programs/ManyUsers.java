package io.mapscope.dist.programs;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * Many maps of one place, each used by each of many threads; prints how many objects of a class
 * there are while all threads live: {@code CLASS COUNT}.
 */
public final class ManyUsers {
  public static final int MAPS = 400;
  public static final int THREADS = 64;

  public static final String COUNTED = "java.util.MapscopeCell";

  static final List<Map<String, Integer>> ALL = new ArrayList<>();

  private ManyUsers() {}

  public static void main(String[] args) throws InterruptedException, JMException {
    for (int i = 0; i < MAPS; i++) {
      ALL.add(new ConcurrentHashMap<>());
    }
    CountDownLatch used = new CountDownLatch(THREADS);
    CountDownLatch looked = new CountDownLatch(1);
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      String key = "key" + i;
      Thread thread =
          new Thread(
              () -> {
                useAll(key);
                used.countDown();
                await(looked);
              });
      thread.start();
      threads.add(thread);
    }
    used.await();
    print();
    looked.countDown();
    for (Thread thread : threads) {
      thread.join();
    }
  }

  /** With a function that works on another map of the same place: no recursion. */
  private static void useAll(String key) {
    for (int i = 0; i < MAPS; i++) {
      Map<String, Integer> map = ALL.get(i);
      Map<String, Integer> other = ALL.get((i + 1) % MAPS);
      map.merge(key, 1, Integer::sum);
      map.get(key);
      map.computeIfAbsent("outer" + key, k -> other.computeIfAbsent("inner" + key, n -> 1));
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static void print() throws JMException {
    String histogram =
        (String)
            ManagementFactory.getPlatformMBeanServer()
                .invoke(
                    new ObjectName("com.sun.management:type=DiagnosticCommand"),
                    "gcClassHistogram",
                    new Object[] {new String[0]},
                    new String[] {String[].class.getName()});
    for (String line : histogram.split("\n")) {
      String[] columns = line.trim().split("\\s+"); // number, instances, bytes, name, module
      if (columns.length > 3 && columns[3].equals(COUNTED)) {
        System.out.println(COUNTED + " " + columns[1]);
      }
    }
  }
}
