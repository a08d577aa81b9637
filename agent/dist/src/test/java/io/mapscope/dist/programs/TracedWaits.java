package io.mapscope.dist.programs;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Pairs of threads wait for the file that the second argument names, then queue for the monitor of
 * a synchronized wrapper, of a Hashtable and of a lock around two plain maps, each time inside a
 * span of its own, and for a ReentrantLock around a map; prints {@code span TRACE SPAN THREAD BEGIN
 * END} for each. The first argument says whose spans, as for {@link Traced}.
 */
public final class TracedWaits {
  static final Map<Integer, Integer> WRAPPED = Collections.synchronizedMap(new HashMap<>());
  static final Map<Integer, Integer> TABLE = new Hashtable<>();
  static final Map<Integer, Integer> GUARDED = new HashMap<>();
  static final Map<Integer, Integer> GUARDED_TOO = new HashMap<>();
  static final Map<Integer, Integer> LOCKED = new HashMap<>();
  private static final Object MONITOR = new Object();
  private static final ReentrantLock LOCK = new ReentrantLock();
  private static final long WORK_NANOS = TimeUnit.SECONDS.toNanos(10);
  private static final long STEP_NANOS = TimeUnit.MILLISECONDS.toNanos(3);
  private static final Queue<String> SPANS = new ConcurrentLinkedQueue<>();

  private TracedWaits() {}

  /** One use of a map. */
  private interface Use {
    void with(int turn);
  }

  public static void main(String[] args) throws Exception {
    Recordings.awaitMapEvents();
    Tracer tracer = Traced.openTelemetry(args[0]).getTracer("shop");
    Path go = Path.of(args[1]);
    Use[] uses = {
      turn -> WRAPPED.merge(1, turn, TracedWaits::slowly),
      turn -> TABLE.merge(1, turn, TracedWaits::slowly),
      TracedWaits::guarded,
      TracedWaits::locked,
    };
    Thread[] threads = new Thread[2 * uses.length];
    for (int i = 0; i < threads.length; i++) {
      Use use = uses[i / 2];
      threads[i] = new Thread(() -> work(tracer, go, use), "the-" + i);
      threads[i].start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    SPANS.forEach(System.out::println);
  }

  private static void work(Tracer tracer, Path go, Use use) {
    inSpan(tracer, turn -> {}, 0); // the agent can find the context from now on
    while (!Files.exists(go)) {
      LockSupport.parkNanos(STEP_NANOS);
    }
    long end = System.nanoTime() + WORK_NANOS;
    for (int turn = 0; System.nanoTime() < end; turn++) {
      inSpan(tracer, use, turn);
    }
  }

  private static void inSpan(Tracer tracer, Use use, int turn) {
    Instant begin = Instant.now();
    Span span = tracer.spanBuilder("work").startSpan();
    try (Scope current = span.makeCurrent()) {
      use.with(turn);
    } finally {
      span.end();
    }
    SPANS.add(
        String.join(
            " ",
            "span",
            span.getSpanContext().getTraceId(),
            span.getSpanContext().getSpanId(),
            Thread.currentThread().getName(),
            begin.toString(),
            Instant.now().toString()));
  }

  private static void guarded(int turn) {
    synchronized (MONITOR) {
      (turn % 3 == 0 ? GUARDED_TOO : GUARDED).merge(1, turn, TracedWaits::slowly);
    }
  }

  private static void locked(int turn) {
    LOCK.lock();
    try {
      LOCKED.merge(1, turn, TracedWaits::slowly);
    } finally {
      LOCK.unlock();
    }
  }

  private static int slowly(int before, int value) {
    LockSupport.parkNanos(STEP_NANOS);
    return before + value;
  }
}
