package io.mapscope.prove.seeds.bench;

import io.mapscope.prove.list.ListForm;
import io.mapscope.prove.list.ListMap;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * Values appended to lists of keys drawn by lot. When one thread has put about a hundred values
 * into each list, all threads go on with a new map: so a slow form has lists as long as a quick one
 * has, and the heap stays small.
 */
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init") // JMH sets parameters, begin the rest
public class AppendBenchmark {

  /** What JMH calls it. */
  public static final String NAME = AppendBenchmark.class.getName() + ".append";

  private static final int VALUES_PER_KEY = 100;

  /** A {@link ListForm}. */
  @Param("SYNCHRONIZED")
  public String form;

  /** Keys of the map. */
  @Param("1000")
  public int keys;

  private final AtomicInteger threads = new AtomicInteger();
  private Long[] all;
  private volatile ListMap<Long, Long> current;

  /** Makes the keys and the first map. */
  @Setup(Level.Trial)
  public void begin() {
    all = Draws.keys(keys);
    current = ListForm.valueOf(form).make();
  }

  /** The first thread that is done with {@code full} makes the next one for all. */
  private synchronized void turn(ListMap<Long, Long> full) {
    if (current == full) {
      current = ListForm.valueOf(form).make();
    }
  }

  /** How many values the map of this moment has. */
  int values() {
    int values = 0;
    for (Long key : all) {
      values += current.list(key).size();
    }
    return values;
  }

  /** What one thread has to do. */
  @State(Scope.Thread)
  public static class Turn {

    private SplittableRandom random;
    private @Nullable ListMap<Long, Long> map;
    private int left;

    /** Takes its lots. */
    @Setup(Level.Trial)
    public void take(AppendBenchmark benchmark) {
      random = Draws.next(benchmark.threads);
    }
  }

  /** One append. */
  @Benchmark
  public void append(Turn turn) {
    ListMap<Long, Long> map = current;
    if (map != turn.map) {
      turn.map = map;
      turn.left = keys * VALUES_PER_KEY;
    }
    Long key = all[turn.random.nextInt(keys)];
    map.append(key, key);
    if (--turn.left == 0) {
      turn(map);
    }
  }
}
