package io.mapscope.corpus.programs.poorhash;

import io.mapscope.corpus.CorpusProgram;
import io.mapscope.corpus.Deadline;
import io.mapscope.corpus.Label;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Points of a grid as keys, with {@code x + y} as their hash code: 10,000 points, 199 hash codes.
 *
 * <p>The agent sees entries of one map in a few crowded bins that became trees. The fixed form
 * gives each point of the grid a hash code of its own, which {@code 31 * x + y} would not.
 */
@Label(
    name = "grid-points",
    rules = "poor-hash",
    map = "heightByPoint",
    source = "bitcoinj#579, vespa#32943: hash codes that collide")
public final class GridPoints implements CorpusProgram {
  private static final int SIDE = 100;

  private final Map<Object, Integer> heightByPoint = new HashMap<>();

  private record SumHashed(int x, int y) {
    @Override
    public int hashCode() {
      return x + y;
    }
  }

  private record Hashed(int x, int y) {
    @Override
    public int hashCode() {
      return SIDE * x + y;
    }
  }

  @Override
  public void run(boolean fixed, Deadline deadline) {
    for (int x = 0; x < SIDE; x++) {
      for (int y = 0; y < SIDE; y++) {
        heightByPoint.put(point(fixed, x, y), x * y);
      }
    }
    while (!deadline.passed()) {
      final ThreadLocalRandom random = ThreadLocalRandom.current();
      heightByPoint.get(point(fixed, random.nextInt(SIDE), random.nextInt(SIDE)));
    }
  }

  private static Object point(boolean fixed, int x, int y) {
    return fixed ? new Hashed(x, y) : new SumHashed(x, y);
  }
}
