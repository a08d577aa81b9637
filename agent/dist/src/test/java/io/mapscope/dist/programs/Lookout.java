package io.mapscope.dist.programs;

import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.ProtectionDomain;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Says whether iterators tell the recorder the ends of their traversals: of maps of one thread's,
 * of a map that another thread writes to, and when there is a file of the name given. To find out
 * it is an agent, too, which retransforms them, comes later and so sees what ours has woven.
 */
public final class Lookout implements ClassFileTransformer {
  private static final String RECORDER = "java/util/MapscopeTraversals";
  private static final String CONCURRENT = "java.util.concurrent.ConcurrentHashMap$BaseIterator";
  private static final String PLAIN = "java.util.HashMap$HashIterator";
  private static final long TICKS_MILLIS = 1_000;
  private static final long MOST_NANOS = TimeUnit.MINUTES.toNanos(1);
  private static final int ENTRIES = 100;

  private static final Map<Integer, Integer> OWN = new ConcurrentHashMap<>();
  private static final Map<Integer, Integer> OWN_PLAIN = new HashMap<>();
  private static final Map<Integer, Integer> SHARED = new ConcurrentHashMap<>();
  private static final Map<String, Boolean> LOOKS = new ConcurrentHashMap<>();

  private static volatile @Nullable Instrumentation instrumentation;
  private static volatile boolean ended;
  private static volatile int sink;

  public static void premain(String options, Instrumentation given) {
    given.addTransformer(new Lookout(), true);
    instrumentation = given;
  }

  @Override
  public byte @Nullable [] transform(
      @Nullable ClassLoader loader,
      @Nullable String name,
      @Nullable Class<?> redefined,
      @Nullable ProtectionDomain domain,
      byte[] classFile) {
    if (name != null && redefined != null) {
      String constants = new String(classFile, StandardCharsets.ISO_8859_1);
      LOOKS.put(name.replace('/', '.'), constants.contains(RECORDER));
    }
    return null;
  }

  public static void main(String[] args) throws Exception {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(TICKS_MILLIS);
    while (System.nanoTime() < end) {
      traverse(OWN);
      traverse(OWN_PLAIN);
    }
    say("own");
    Thread writer = new Thread(Lookout::write);
    writer.start();
    end = System.nanoTime() + MOST_NANOS;
    while (!looks(CONCURRENT) && System.nanoTime() < end) {
      traverse(SHARED);
    }
    say("shared");
    System.out.println("ready");
    while (!Files.exists(Path.of(args[0]))) {
      Thread.sleep(10);
    }
    say("left");
    ended = true;
    writer.join();
  }

  private static void say(String when) throws Exception {
    System.out.println(when + " " + looks(CONCURRENT) + " " + looks(PLAIN));
  }

  private static boolean looks(String iterator) throws Exception {
    Instrumentation given = instrumentation;
    if (given == null) {
      throw new IllegalStateException("no agent");
    }
    given.retransformClasses(Class.forName(iterator));
    return LOOKS.getOrDefault(iterator, false);
  }

  private static void traverse(Map<Integer, Integer> map) {
    for (int key = 0; key < ENTRIES; key++) {
      map.put(key, key);
    }
    for (Integer value : map.values()) {
      sink += value;
    }
  }

  private static void write() {
    while (!ended) {
      for (int key = 0; key < ENTRIES; key++) {
        SHARED.put(key, key);
      }
      Thread.onSpinWait();
    }
  }
}
