package io.mapscope.dist.programs;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SpanProcessor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Two threads, each inside a span of its own, wait for the file that the second argument names,
 * then race in one map and queue for another; prints {@code span TRACE SPAN} for each. The first
 * argument says whose spans: {@code own} are those of an SDK of the application's, {@code global}
 * those of whoever has set the global one.
 */
public final class Traced {
  static final Map<Integer, Integer> RACY = new HashMap<>();
  static final Map<Integer, Integer> QUEUED = new ConcurrentHashMap<>();
  private static final int KEYS = 512;
  private static final long PHASE_NANOS = TimeUnit.SECONDS.toNanos(4);
  private static final long STEP_NANOS = TimeUnit.MILLISECONDS.toNanos(3);

  private Traced() {}

  public static void main(String[] args) throws Exception {
    for (int key = 0; key < KEYS; key++) {
      RACY.put(key, key);
    }
    Recordings.awaitMapEvents();
    Tracer tracer = openTelemetry(args[0]).getTracer("shop");
    Path go = Path.of(args[1]);
    Thread one = new Thread(() -> inSpan(tracer, go), "the-one");
    Thread other = new Thread(() -> inSpan(tracer, go), "the-other");
    one.start();
    other.start();
    one.join();
    other.join();
    System.out.println("done");
  }

  static OpenTelemetry openTelemetry(String whose) {
    return whose.equals("own")
        ? OpenTelemetrySdk.builder()
            .setTracerProvider(SdkTracerProvider.builder().addSpanProcessor(new Dropping()).build())
            .build()
        : GlobalOpenTelemetry.get();
  }

  /** Without any processor the SDK's spans have no ids. */
  private static final class Dropping implements SpanProcessor {
    @Override
    public void onStart(Context parent, ReadWriteSpan span) {}

    @Override
    public boolean isStartRequired() {
      return true;
    }

    @Override
    public void onEnd(ReadableSpan span) {}

    @Override
    public boolean isEndRequired() {
      return false;
    }
  }

  private static void inSpan(Tracer tracer, Path go) {
    Span span = tracer.spanBuilder("work").startSpan();
    try (Scope current = span.makeCurrent()) {
      System.out.println(
          "span " + span.getSpanContext().getTraceId() + " " + span.getSpanContext().getSpanId());
      while (!Files.exists(go)) {
        LockSupport.parkNanos(STEP_NANOS);
      }
      long end = System.nanoTime() + PHASE_NANOS;
      for (int i = 0; System.nanoTime() < end; i++) {
        RACY.put(i % KEYS, i);
      }
      end += PHASE_NANOS;
      for (int i = 0; System.nanoTime() < end; i++) {
        QUEUED.merge(1, i, Traced::slowly);
      }
    } finally {
      span.end();
    }
  }

  private static int slowly(int before, int value) {
    LockSupport.parkNanos(STEP_NANOS);
    return before + value;
  }
}
