package io.mapscope.corpus.programs.resizechurn;

import io.mapscope.corpus.CorpusProgram;
import io.mapscope.corpus.Deadline;
import io.mapscope.corpus.Label;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * An index of 20,000 words, built anew into an empty ConcurrentHashMap for each batch.
 *
 * <p>The agent sees each index grow through the same dozen tables to the same size. The fixed form
 * names the size it will have.
 */
@Label(
    name = "word-index",
    rules = "resize-churn",
    map = "positionByWord",
    source = "kafka#7177, pulsar#14165")
public final class WordIndex implements CorpusProgram {
  private static final int WORDS = 20_000;

  private Map<String, Integer> positionByWord = Map.of();
  private final String[] words = new String[WORDS];

  @Override
  public void run(boolean fixed, Deadline deadline) {
    for (int i = 0; i < WORDS; i++) {
      words[i] = "word-" + i;
    }
    while (!deadline.passed()) {
      positionByWord = fixed ? new ConcurrentHashMap<>(WORDS) : new ConcurrentHashMap<>();
      for (int i = 0; i < WORDS; i++) {
        positionByWord.put(words[i], i);
      }
    }
  }
}
