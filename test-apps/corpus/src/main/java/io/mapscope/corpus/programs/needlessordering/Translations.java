package io.mapscope.corpus.programs.needlessordering;

import io.mapscope.corpus.CorpusProgram;
import io.mapscope.corpus.Deadline;
import io.mapscope.corpus.Label;
import io.mapscope.corpus.Results;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Translations in a TreeMap that is only ever asked for single keys.
 *
 * <p>The agent sees lookups by the million and nothing that needs the order. The fixed form is a
 * HashMap.
 */
@Label(
    name = "translations",
    rules = "needless-ordering",
    map = "textByKey",
    source = "rules.md, needless-ordering")
public final class Translations implements CorpusProgram {
  private static final int TEXTS = 5_000;

  private Map<String, String> textByKey = Map.of();
  private final String[] keys = new String[TEXTS];

  @Override
  public void run(boolean fixed, Deadline deadline) {
    textByKey = fixed ? new HashMap<>() : new TreeMap<>();
    for (int i = 0; i < TEXTS; i++) {
      keys[i] = "messages.text." + i;
      textByKey.put(keys[i], "text " + i);
    }
    while (!deadline.passed()) {
      final String text = textByKey.get(keys[ThreadLocalRandom.current().nextInt(TEXTS)]);
      Results.use(text == null ? 0 : text.length());
    }
  }
}
