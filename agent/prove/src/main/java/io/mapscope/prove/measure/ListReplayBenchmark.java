package io.mapscope.prove.measure;

import io.mapscope.profile.json.MalformedReport;
import io.mapscope.prove.list.ListForm;
import io.mapscope.prove.list.ListMap;
import io.mapscope.prove.workload.ListPlayer;
import io.mapscope.prove.workload.ListWorkload;
import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * What JMH measures: one append to a list in a map, by as many threads as it has. When one thread
 * has appended its part, all go on with a new map: so a slow form has lists as long as a quick one
 * has.
 */
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init") // JMH calls begin first
public class ListReplayBenchmark {

  /** What JMH calls it. */
  static final String NAME = ListReplayBenchmark.class.getName() + ".operation";

  /** The form; see {@link ListForm}. */
  @Param("SYNCHRONIZED")
  public String form;

  private final AtomicInteger nextThread = new AtomicInteger();
  private ListWorkload workload;
  private ListForm wanted;
  private Long[] keys;
  private volatile ListMap<Long, Long> current;

  /** Makes the keys and the first map. */
  @Setup(Level.Trial)
  public void begin() throws IOException, MalformedReport {
    begin(Order.readLists());
  }

  void begin(ListWorkload given) {
    workload = given;
    wanted = ListForm.valueOf(form);
    keys = given.allKeys();
    current = wanted.make();
  }

  /** The first thread that is done with {@code full} makes the next one for all. */
  private synchronized void turn(ListMap<Long, Long> full) {
    if (current == full) {
      current = wanted.make();
    }
  }

  /** How many values the map of this moment has. */
  long values() {
    long values = 0;
    for (Long key : keys) {
      values += current.list(key).size();
    }
    return values;
  }

  /** One thread's part of the workload. */
  @State(Scope.Thread)
  public static class Turn {

    private @Nullable ListPlayer player;
    private @Nullable ListMap<Long, Long> lists;
    private long left;

    /** Takes the next part that no thread has. */
    @Setup(Level.Trial)
    public void take(ListReplayBenchmark replay) {
      player = replay.workload.player(replay.keys, replay.nextThread.getAndIncrement());
    }
  }

  /** One append. */
  @Benchmark
  public void operation(Turn turn) {
    ListMap<Long, Long> lists = current;
    if (lists != turn.lists) {
      turn.lists = lists;
      turn.left = workload.appendsPerThread();
    }
    Objects.requireNonNull(turn.player).step(lists);
    if (--turn.left == 0) {
      turn(lists);
    }
  }
}
