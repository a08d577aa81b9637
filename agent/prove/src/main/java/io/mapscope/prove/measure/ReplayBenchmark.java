package io.mapscope.prove.measure;

import io.mapscope.profile.json.MalformedReport;
import io.mapscope.prove.form.Base;
import io.mapscope.prove.form.Form;
import io.mapscope.prove.form.Subject;
import io.mapscope.prove.workload.Keys;
import io.mapscope.prove.workload.Player;
import io.mapscope.prove.workload.Workload;
import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What JMH measures: one operation of a workload on one form, by as many threads as it has. */
@State(Scope.Benchmark)
public class ReplayBenchmark {

  /** What JMH calls it. */
  static final String NAME = ReplayBenchmark.class.getName() + ".operation";

  /** The form; see {@link Form}. */
  @Param("CONCURRENT_HASH_MAP")
  public @Nullable String form;

  /** Other work after each operation, in tokens of {@link Rests}, on average. */
  @Param("0")
  public long restTokens;

  /**
   * Work under the lock with each operation on a key, in tokens; of a form without a lock around
   * the map that was recorded, besides.
   */
  @Param("0")
  public long heldTokens;

  /**
   * Threads that have used the map once and do nothing more: the agent, where it is measured with,
   * finds the account of a thread by another way if it is not the only one.
   */
  @Param("0")
  public int bystanders;

  private long besideTokens;
  private @Nullable Subject subject;
  private @Nullable Workload workload;
  private @Nullable Keys keys;
  private final AtomicInteger nextThread = new AtomicInteger();

  /** Makes the map and fills it. */
  @Setup(Level.Trial)
  public void fill() throws IOException, MalformedReport {
    Order.Job job = Order.read();
    Workload made = job.workload();
    Keys all = new Keys(made);
    Form its = Form.valueOf(Objects.requireNonNull(form));
    Base base = job.recorded().base();
    Subject filled = made(its, base, made);
    all.fill(filled);
    workload = made;
    keys = all;
    subject = filled;
  }

  private Subject made(Form its, Base base, Workload made) {
    if (heldTokens > 0 && its.keepsBase()) {
      int tokens = Math.toIntExact(heldTokens);
      return its.makeBusy(base, made.entries(), () -> Rests.spend(tokens));
    }
    besideTokens = heldTokens;
    return made.mix().loads() ? its.makeFull(base, made.entries()) : its.make(base, made.entries());
  }

  private void lookUpByBystanders(Subject map) throws InterruptedException {
    for (int i = 0; i < bystanders; i++) {
      CountDownLatch used = new CountDownLatch(1);
      Thread bystander = new Thread(() -> useAndStay(map, used), "bystander-" + i);
      bystander.setDaemon(true);
      bystander.start();
      used.await();
    }
  }

  /** Until the JVM ends: what an ended thread has done is no account of its own any more. */
  private static void useAndStay(Subject map, CountDownLatch used) {
    map.get(0L);
    used.countDown();
    while (true) {
      LockSupport.park();
    }
  }

  /** One thread's part of the workload. */
  @State(Scope.Thread)
  public static class Turn {

    private @Nullable Player player;
    private @Nullable Subject subject;
    private @Nullable Rests rests;

    /** Takes the next part that no thread has. */
    @Setup(Level.Trial)
    public void take(ReplayBenchmark replay) throws InterruptedException {
      Workload workload = Objects.requireNonNull(replay.workload);
      int index = replay.nextThread.getAndIncrement();
      player = workload.player(index, Objects.requireNonNull(replay.keys));
      Subject map = Objects.requireNonNull(replay.subject);
      map.get(0L);
      replay.lookUpByBystanders(map);
      subject = map;
      rests = new Rests(replay.restTokens + replay.besideTokens, workload.seed() + index);
    }
  }

  /** One operation, and what a thread does besides. */
  @Benchmark
  @SuppressWarnings("NullAway") // set before the first operation, and a check would be measured
  public @Nullable Object operation(Turn turn) {
    Object seen = turn.player.step(turn.subject);
    if (restTokens + besideTokens > 0) {
      Rests.spend(turn.rests.next());
    }
    return seen;
  }
}
