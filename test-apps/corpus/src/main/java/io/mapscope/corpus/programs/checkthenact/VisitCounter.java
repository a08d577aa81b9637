package io.mapscope.corpus.programs.checkthenact;

import io.mapscope.corpus.CorpusProgram;
import io.mapscope.corpus.Crew;
import io.mapscope.corpus.Deadline;
import io.mapscope.corpus.Label;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Visits per page, counted by {@code get} and {@code put} instead of {@code merge}.
 *
 * <p>The agent sees reads followed by puts of the same key at one call site, while other threads
 * write too, and puts that replaced something else than was read: visits that were never counted.
 */
@Label(
    name = "visit-counter",
    rules = "check-then-act",
    map = "visitsByPage",
    also = "hot-bin",
    source = "get-modify-put, COLT (OOPSLA 2011)")
public final class VisitCounter implements CorpusProgram {
  private static final int PAGES = 20;

  private final ConcurrentMap<String, Integer> visitsByPage = new ConcurrentHashMap<>();

  @Override
  public void run(boolean fixed, Deadline deadline) throws InterruptedException {
    Crew.work(deadline, 4, fixed ? () -> countAtOnce(page()) : () -> countInTwoSteps(page()));
  }

  private static String page() {
    return "/page/" + ThreadLocalRandom.current().nextInt(PAGES);
  }

  private void countInTwoSteps(String page) {
    final Integer visits = visitsByPage.get(page);
    visitsByPage.put(page, visits == null ? 1 : visits + 1);
  }

  private void countAtOnce(String page) {
    visitsByPage.merge(page, 1, Integer::sum);
  }
}
