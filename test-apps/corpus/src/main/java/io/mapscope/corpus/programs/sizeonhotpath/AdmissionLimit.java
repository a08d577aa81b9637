package io.mapscope.corpus.programs.sizeonhotpath;

import io.mapscope.corpus.CorpusProgram;
import io.mapscope.corpus.Crew;
import io.mapscope.corpus.Deadline;
import io.mapscope.corpus.Label;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Requests in flight, limited by asking the ConcurrentHashMap for its size before each is admitted.
 *
 * <p>Under writes, {@code size} adds up a counter per CPU on every call. The agent sees it as a
 * third of all operations. The fixed form keeps a counter of its own.
 */
@Label(
    name = "admission-limit",
    rules = "size-on-hot-path",
    map = "userByRequest",
    source = "rules.md, size-on-hot-path")
public final class AdmissionLimit implements CorpusProgram {
  private static final int LIMIT = 1_000;

  private final ConcurrentMap<Long, String> userByRequest = new ConcurrentHashMap<>();
  private final AtomicInteger inFlight = new AtomicInteger();
  private final AtomicLong nextRequest = new AtomicLong();

  @Override
  public void run(boolean fixed, Deadline deadline) throws InterruptedException {
    Crew.work(deadline, 4, fixed ? this::admitByCounter : this::admitBySize);
  }

  private void admitBySize() {
    if (userByRequest.size() < LIMIT) {
      final long request = nextRequest.incrementAndGet();
      userByRequest.put(request, "user");
      userByRequest.remove(request);
    }
  }

  private void admitByCounter() {
    if (inFlight.incrementAndGet() <= LIMIT) {
      final long request = nextRequest.incrementAndGet();
      userByRequest.put(request, "user");
      userByRequest.remove(request);
    }
    inFlight.decrementAndGet();
  }
}
