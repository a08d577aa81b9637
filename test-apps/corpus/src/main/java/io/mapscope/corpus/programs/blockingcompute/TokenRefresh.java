package io.mapscope.corpus.programs.blockingcompute;

import io.mapscope.corpus.CorpusProgram;
import io.mapscope.corpus.Crew;
import io.mapscope.corpus.Deadline;
import io.mapscope.corpus.Label;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Tokens renewed within {@code compute}: the call to the token service, 10 ms, happens under the
 * bin's lock, and all requests of that client queue behind it.
 *
 * <p>The agent sees long functions and threads blocked behind them. The fixed form puts a future
 * into the map and computes it outside.
 */
@Label(
    name = "token-refresh",
    rules = "blocking-compute",
    map = "tokenByClient",
    also = "hot-bin",
    source = "micrometer#2087, helidon#8995: a blocking call in a mapping function")
public final class TokenRefresh implements CorpusProgram {
  private static final int CLIENTS = 4;
  private static final long LIFE_NANOS = TimeUnit.MILLISECONDS.toNanos(30);

  private final ConcurrentMap<Integer, Token> tokenByClient = new ConcurrentHashMap<>();
  private final ConcurrentMap<Integer, Pending> pendingByClient = new ConcurrentHashMap<>();

  private record Token(int client, long atNanos) {
    boolean old() {
      return System.nanoTime() - atNanos > LIFE_NANOS;
    }
  }

  /** A token that one thread is fetching and the others wait for, outside of the map. */
  private record Pending(CompletableFuture<Token> future) {
    boolean old() {
      return future.isDone() && future.join().old();
    }
  }

  @Override
  public void run(boolean fixed, Deadline deadline) throws InterruptedException {
    Crew.work(deadline, 4, fixed ? this::awaitToken : this::computeToken);
  }

  private void computeToken() {
    tokenByClient.compute(
        client(), (client, old) -> old == null || old.old() ? fetch(client) : old);
    LockSupport.parkNanos(100_000);
  }

  private void awaitToken() {
    final int client = client();
    final Pending current = pendingByClient.get(client);
    if (current == null || current.old()) {
      final Pending mine = new Pending(new CompletableFuture<>());
      if (swap(client, current, mine)) {
        mine.future().complete(fetch(client));
      }
    } else {
      current.future().join();
    }
    LockSupport.parkNanos(100_000);
  }

  private boolean swap(int client, @Nullable Pending current, Pending mine) {
    return current == null
        ? pendingByClient.putIfAbsent(client, mine) == null
        : pendingByClient.replace(client, current, mine);
  }

  private static int client() {
    return ThreadLocalRandom.current().nextInt(CLIENTS);
  }

  private static Token fetch(int client) {
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
    return new Token(client, System.nanoTime());
  }
}
