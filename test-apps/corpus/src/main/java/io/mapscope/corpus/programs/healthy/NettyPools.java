package io.mapscope.corpus.programs.healthy;

import io.mapscope.corpus.CorpusProgram;
import io.mapscope.corpus.Crew;
import io.mapscope.corpus.Deadline;
import io.mapscope.corpus.Label;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;

/**
 * Connection pools by address: {@code computeIfAbsent} for every request, nearly always of one that
 * is there; idle ones are removed all the time.
 *
 * <p>A trap: {@code get} first was refused for such maps, since between the two the pool may go;
 * and nobody waits for a bin here.
 */
@Label(name = "healthy-netty-pools", source = "reactor/reactor-netty#1930")
public final class NettyPools implements CorpusProgram {
  private static final int ADDRESSES = 400;

  private final ConcurrentMap<String, LongAdder> pools = new ConcurrentHashMap<>();

  @Override
  public void run(boolean fixed, Deadline deadline) throws InterruptedException {
    new Crew(deadline).with(2, this::request).with(1, this::evict).work();
  }

  private static String address() {
    return "10.0.0.1:" + ThreadLocalRandom.current().nextInt(ADDRESSES);
  }

  private void request() {
    pools.computeIfAbsent(address(), key -> new LongAdder()).increment();
    LockSupport.parkNanos(20_000);
  }

  private void evict() {
    pools.remove(address());
    LockSupport.parkNanos(200_000);
  }
}
