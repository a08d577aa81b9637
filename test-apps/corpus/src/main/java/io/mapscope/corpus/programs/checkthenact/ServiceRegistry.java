package io.mapscope.corpus.programs.checkthenact;

import io.mapscope.corpus.CorpusProgram;
import io.mapscope.corpus.Crew;
import io.mapscope.corpus.Deadline;
import io.mapscope.corpus.Label;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Services made on first use: {@code containsKey}, then {@code put}. They are let go when idle, so
 * first uses happen all the time.
 *
 * <p>The agent sees misses followed by puts of the same key at one call site, and puts that
 * replaced the service another thread had made meanwhile: two services where one was meant.
 */
@Label(
    name = "service-registry",
    rules = "check-then-act",
    map = "serviceById",
    source = "nacos#14751, pinot#10022: containsKey then put")
public final class ServiceRegistry implements CorpusProgram {
  private static final int SERVICES = 40;

  private final ConcurrentMap<Integer, Object> serviceById = new ConcurrentHashMap<>();

  @Override
  public void run(boolean fixed, Deadline deadline) throws InterruptedException {
    Crew.work(deadline, 4, fixed ? this::useAtomically : this::useInTwoSteps);
  }

  private void useInTwoSteps() {
    final int id = ThreadLocalRandom.current().nextInt(SERVICES);
    if (!serviceById.containsKey(id)) {
      serviceById.put(id, new Object());
    }
    letGoAnIdleOne();
  }

  private void useAtomically() {
    final int id = ThreadLocalRandom.current().nextInt(SERVICES);
    if (serviceById.get(id) == null) {
      serviceById.computeIfAbsent(id, key -> new Object());
    }
    letGoAnIdleOne();
  }

  private void letGoAnIdleOne() {
    if (ThreadLocalRandom.current().nextInt(4) == 0) {
      serviceById.remove(ThreadLocalRandom.current().nextInt(SERVICES));
    }
  }
}
