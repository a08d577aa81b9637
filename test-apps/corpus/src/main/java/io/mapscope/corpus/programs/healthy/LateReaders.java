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

/**
 * An index in a ConcurrentHashMap that one thread builds for seconds before others begin to ask it.
 *
 * <p>A trap: for most of its life so far one thread only has used it.
 */
@Label(
    name = "healthy-late-readers",
    source = "rules.md, needless-concurrency: hand-over between threads")
public final class LateReaders implements CorpusProgram {
  private static final int DOCUMENTS = 20_000;
  private static final int BUILT_PER_TURN = 50;

  private final ConcurrentMap<Integer, String> titleByDocument = new ConcurrentHashMap<>();
  private final AtomicInteger built = new AtomicInteger();

  @Override
  public void run(boolean fixed, Deadline deadline) throws InterruptedException {
    final long half = deadline.remainingMillis() / 2;
    new Crew(deadline).with(1, this::build).with(2, () -> ask(deadline, half)).work();
  }

  private void build() throws InterruptedException {
    for (int i = 0; i < BUILT_PER_TURN; i++) {
      final int document = built.getAndIncrement() % DOCUMENTS;
      titleByDocument.put(document, "title of " + document);
    }
    TimeUnit.MILLISECONDS.sleep(5);
  }

  private void ask(Deadline deadline, long halfMillis) throws InterruptedException {
    if (deadline.remainingMillis() < halfMillis) {
      final String title = titleByDocument.get(ThreadLocalRandom.current().nextInt(DOCUMENTS));
      if (title != null && title.isEmpty()) {
        throw new IllegalStateException("a document without a title");
      }
    }
    TimeUnit.MILLISECONDS.sleep(2);
  }
}
