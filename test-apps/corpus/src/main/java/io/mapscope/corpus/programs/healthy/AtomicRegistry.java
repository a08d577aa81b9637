package io.mapscope.corpus.programs.healthy;

import io.mapscope.corpus.CorpusProgram;
import io.mapscope.corpus.Crew;
import io.mapscope.corpus.Deadline;
import io.mapscope.corpus.Label;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

/**
 * Connections per peer, made with {@code get} first and {@code computeIfAbsent} on a miss, removed
 * when they close.
 *
 * <p>A check followed by an act that checks for itself: correct, and hits take no lock.
 */
@Label(name = "healthy-atomic-registry", source = "rules.md, check-then-act: the advised form")
public final class AtomicRegistry implements CorpusProgram {
  private static final int PEERS = 500;

  private final ConcurrentMap<Integer, String> connectionByPeer = new ConcurrentHashMap<>();

  @Override
  public void run(boolean fixed, Deadline deadline) throws InterruptedException {
    new Crew(deadline).with(3, this::send).with(1, this::close).work();
  }

  private void send() {
    final int peer = ThreadLocalRandom.current().nextInt(PEERS);
    if (connectionByPeer.get(peer) == null) {
      connectionByPeer.computeIfAbsent(peer, key -> "connection to " + key);
    }
    LockSupport.parkNanos(5_000);
  }

  private void close() {
    connectionByPeer.remove(ThreadLocalRandom.current().nextInt(PEERS));
    LockSupport.parkNanos(500_000);
  }
}
