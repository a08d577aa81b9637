package io.mapscope.corpus.programs.costlyserialization;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.mapscope.corpus.CorpusProgram;
import io.mapscope.corpus.Crew;
import io.mapscope.corpus.Deadline;
import io.mapscope.corpus.Label;
import java.io.IOException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A price list answered as JSON, written anew for every request although it changes once a second.
 *
 * <p>The agent sees hundreds of serializations of one map a second, nearly all of them of a map
 * that has not changed since the one before. The fixed form keeps the bytes while the list is
 * unchanged.
 */
@Label(
    name = "price-feed",
    rules = "costly-serialization",
    map = "centsByArticle",
    source = "seed scenario: serialization of a concurrent map on the request path")
public final class PriceFeed implements CorpusProgram {
  private static final int ARTICLES = 3_000;

  private final ConcurrentMap<String, Integer> centsByArticle = new ConcurrentHashMap<>();
  private final ObjectMapper mapper = new ObjectMapper();
  private volatile byte[] json = {};

  @Override
  public void run(boolean fixed, Deadline deadline) throws Exception {
    for (int article = 0; article < ARTICLES; article++) {
      centsByArticle.put("article-" + article, article);
    }
    json = write();
    new Crew(deadline)
        .with(2, fixed ? this::answerFromBytes : this::answer)
        .with(1, () -> changePrice(fixed))
        .work();
  }

  private void answer() throws IOException {
    send(write());
  }

  private void answerFromBytes() {
    send(json);
  }

  private byte[] write() throws IOException {
    return mapper.writeValueAsBytes(centsByArticle);
  }

  private static void send(byte[] body) {
    if (body.length == 0) {
      throw new IllegalStateException("no prices");
    }
    LockSupport.parkNanos(500_000);
  }

  private void changePrice(boolean keepBytes) throws Exception {
    TimeUnit.SECONDS.sleep(1);
    centsByArticle.put("article-" + ThreadLocalRandom.current().nextInt(ARTICLES), 99);
    if (keepBytes) {
      json = write();
    }
  }
}
