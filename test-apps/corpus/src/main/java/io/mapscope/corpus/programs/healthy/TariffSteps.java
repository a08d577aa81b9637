package io.mapscope.corpus.programs.healthy;

import io.mapscope.corpus.CorpusProgram;
import io.mapscope.corpus.Deadline;
import io.mapscope.corpus.Label;
import io.mapscope.corpus.Results;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Tariff steps in a TreeMap, asked for the step at or below a weight.
 *
 * <p>The order is what the map is for.
 */
@Label(name = "healthy-tariff-steps", source = "rules.md, healthy forms: TreeMap with ordered use")
public final class TariffSteps implements CorpusProgram {
  private static final int STEPS = 100;

  private final NavigableMap<Integer, Integer> centsByGrams = new TreeMap<>();

  @Override
  public void run(boolean fixed, Deadline deadline) {
    for (int step = 0; step < STEPS; step++) {
      centsByGrams.put(step * 250, step * 99);
    }
    while (!deadline.passed()) {
      final int grams = ThreadLocalRandom.current().nextInt(STEPS * 250);
      Results.use(centsByGrams.floorEntry(grams).getValue());
    }
  }
}
