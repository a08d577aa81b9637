package io.mapscope.prove.measure;

import io.mapscope.profile.json.MalformedReport;
import io.mapscope.prove.serial.Content;
import io.mapscope.prove.serial.SerialForm;
import io.mapscope.prove.serial.SerialSubject;
import io.mapscope.prove.workload.SerialPlayer;
import io.mapscope.prove.workload.SerialWorkload;
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
import org.openjdk.jmh.annotations.TearDown;

/** What JMH measures: one serialization and the writes before it, by as many threads as it has. */
@State(Scope.Benchmark)
public class SerialReplayBenchmark {

  /** What JMH calls it. */
  static final String NAME = SerialReplayBenchmark.class.getName() + ".operation";

  /** The form; see {@link SerialForm}. */
  @Param("JSON")
  public @Nullable String form;

  private @Nullable Game<?> game;
  private final AtomicInteger nextThread = new AtomicInteger();

  /** Makes the map and fills it. */
  @Setup(Level.Trial)
  public void fill() throws IOException, MalformedReport {
    SerialWorkload workload = Order.readSerial();
    SerialForm wanted = SerialForm.valueOf(Objects.requireNonNull(form));
    game = Game.begin(workload, workload.content(), wanted);
  }

  /** Ends what works in the background. */
  @TearDown(Level.Trial)
  public void end() {
    Objects.requireNonNull(game).subject.close();
  }

  /** One thread's part of the workload. */
  @State(Scope.Thread)
  public static class Turn {

    private @Nullable Part<?> part;

    /** Takes the next part that no thread has. */
    @Setup(Level.Trial)
    public void take(SerialReplayBenchmark replay) {
      part = Objects.requireNonNull(replay.game).part(replay.nextThread.getAndIncrement());
    }
  }

  /** One operation. */
  @Benchmark
  @SuppressWarnings("NullAway") // set before the first operation, and a check would be measured
  public Object operation(Turn turn) {
    return turn.part.step();
  }

  /** The filled map and what is done to it. */
  private record Game<V>(SerialWorkload workload, Content<V> content, SerialSubject<V, ?> subject) {

    static <V> Game<V> begin(SerialWorkload workload, Content<V> content, SerialForm form) {
      SerialSubject<V, ?> subject = form.make(content, workload.isShared());
      SerialPlayer.fill(subject, content);
      return new Game<>(workload, content, subject);
    }

    Part<V> part(int index) {
      return new Part<>(new SerialPlayer<>(workload, content, index), subject);
    }
  }

  /** What one thread does. */
  private record Part<V>(SerialPlayer<V> player, SerialSubject<V, ?> subject) {

    Object step() {
      return player.step(subject);
    }
  }
}
