package io.mapscope.corpus.programs.hotbin;

import io.mapscope.corpus.CorpusProgram;
import io.mapscope.corpus.Crew;
import io.mapscope.corpus.Deadline;
import io.mapscope.corpus.Label;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.LongAdder;

/**
 * Measurements by attribute set, as a metrics library may keep them: {@code merge} into a
 * ConcurrentHashMap. There are a thousand sets, and nearly all requests carry the same one.
 *
 * <p>The agent sees threads that wait for one bin, lost swaps, and one key that stands for nearly
 * all operations. More shards would not help that one key, and striping by thread slows down who is
 * alone (27 to 41 % in the issue); the fixed form has an adder as value, looked up and added to.
 */
@Label(
    name = "opentelemetry-series",
    rules = "hot-bin",
    map = "sumByAttributes",
    source = "open-telemetry/opentelemetry-java#8077, #8313")
public final class OpentelemetrySeries implements CorpusProgram {
  private static final int SETS = 1_000;
  private static final String OK = "http.status=200";

  private final ConcurrentMap<String, Long> sumByAttributes = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, LongAdder> adderByAttributes = new ConcurrentHashMap<>();

  @Override
  public void run(boolean fixed, Deadline deadline) throws InterruptedException {
    Crew.work(deadline, 4, fixed ? this::recordInAdder : this::recordInMap);
  }

  private static String attributes() {
    final int set = ThreadLocalRandom.current().nextInt(20 * SETS);
    return set < SETS ? "http.route=/" + set : OK;
  }

  private void recordInMap() {
    sumByAttributes.merge(attributes(), 1L, Long::sum);
  }

  private void recordInAdder() {
    final String attributes = attributes();
    final LongAdder known = adderByAttributes.get(attributes);
    (known == null ? adderByAttributes.computeIfAbsent(attributes, key -> new LongAdder()) : known)
        .increment();
  }
}
