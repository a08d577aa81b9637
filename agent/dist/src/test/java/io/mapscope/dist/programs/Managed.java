package io.mapscope.dist.programs;

import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import javax.management.ObjectName;

/** Does to its maps what it is told by its own bean {@value #NAME}. */
public final class Managed implements ManagedMBean {
  public static final String NAME = "test:type=Managed";

  private static final int THREADS = 4;

  static final Map<Integer, Integer> SHARED = new ConcurrentHashMap<>();

  private Map<Integer, Integer> late = Map.of();

  public static void main(String[] args) throws Exception {
    ManagementFactory.getPlatformMBeanServer().registerMBean(new Managed(), new ObjectName(NAME));
    System.out.println("ready");
    new CountDownLatch(1).await();
  }

  @Override
  public void work(int timesEach) throws InterruptedException {
    List<Thread> threads = new ArrayList<>();
    for (int t = 0; t < THREADS; t++) {
      threads.add(new Thread(() -> putAndGet(timesEach)));
    }
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }
  }

  private static void putAndGet(int times) {
    for (int i = 0; i < times; i++) {
      SHARED.put(i, i);
      SHARED.get(i);
    }
  }

  @Override
  public void makeLate(int entries) {
    late = new HashMap<>();
    for (int i = 0; i < entries; i++) {
      late.put(i, i);
    }
  }

  @Override
  public void useLate(int gets) {
    for (int i = 0; i < gets; i++) {
      late.get(i);
    }
  }

  @Override
  public void serialize(int times) throws IOException {
    for (int i = 0; i < times; i++) {
      try (ObjectOutputStream out = new ObjectOutputStream(OutputStream.nullOutputStream())) {
        out.writeObject(SHARED);
      }
    }
  }
}
