package io.mapscope.prove.seeds.bench;

import io.mapscope.prove.form.Base;
import io.mapscope.prove.form.Form;
import io.mapscope.prove.form.Subject;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Threads that look up and put values of keys that are there, in a given share. */
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init") // JMH sets parameters, fill the rest
public class DecisionBenchmark {

  /** What JMH calls it. */
  public static final String NAME = DecisionBenchmark.class.getName() + ".operation";

  /** Entries of the map, as a registry or a cache of metadata has. */
  public static final int ENTRIES = 1_000;

  private static final int PERCENT = 100;

  /** A {@link Form}. */
  @Param("MONITOR")
  public String form;

  /** Look-ups among a hundred operations. */
  @Param("90")
  public int readPercent;

  private final Long[] keys = Draws.keys(ENTRIES);
  private final AtomicInteger threads = new AtomicInteger();
  private Subject map;

  /** Makes and fills the map. */
  @Setup(Level.Trial)
  public void fill() {
    map = Form.valueOf(form).make(Base.HASH, ENTRIES);
    for (Long key : keys) {
      map.put(key, key);
    }
  }

  /** The lots of one thread. */
  @State(Scope.Thread)
  public static class Turn {

    private SplittableRandom random;

    /** Takes them. */
    @Setup(Level.Trial)
    public void take(DecisionBenchmark benchmark) {
      random = Draws.next(benchmark.threads);
    }
  }

  /** Whether {@code lot} stands for a look-up. */
  boolean isRead(int lot) {
    return lot % PERCENT < readPercent;
  }

  /** A look-up or a put. */
  @Benchmark
  public @Nullable Object operation(Turn turn) {
    int lot = turn.random.nextInt(ENTRIES * PERCENT);
    Long key = keys[lot / PERCENT];
    return isRead(lot) ? map.get(key) : map.put(key, key);
  }
}
