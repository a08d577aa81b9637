package io.mapscope.corpus.programs.healthy;

import io.mapscope.corpus.CorpusProgram;
import io.mapscope.corpus.Crew;
import io.mapscope.corpus.Deadline;
import io.mapscope.corpus.Label;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * A registry that fills while the program starts, for two seconds, and stays as it is.
 *
 * <p>It only grows, and is no leak: nothing comes in once everything is registered.
 */
@Label(name = "healthy-handler-registry", source = "rules.md: a registry that fills at start")
public final class HandlerRegistry implements CorpusProgram {
  private static final int HANDLERS = 400;

  private final ConcurrentMap<Integer, String> handlerByType = new ConcurrentHashMap<>();
  private final AtomicInteger registered = new AtomicInteger();

  @Override
  public void run(boolean fixed, Deadline deadline) throws InterruptedException {
    new Crew(deadline).with(1, this::register).with(2, this::dispatch).work();
  }

  private void register() throws InterruptedException {
    if (registered.get() < HANDLERS) {
      final int type = registered.getAndIncrement();
      handlerByType.put(type, "handler " + type);
    }
    TimeUnit.MILLISECONDS.sleep(5);
  }

  private void dispatch() {
    handlerByType.get(ThreadLocalRandom.current().nextInt(HANDLERS));
    LockSupport.parkNanos(50_000);
  }
}
