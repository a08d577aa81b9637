package io.mapscope.runtime.start;

import io.mapscope.jfr.JfrAvailability;
import io.mapscope.runtime.collect.Gate;
import io.mapscope.runtime.collect.Ledger;
import io.mapscope.runtime.contention.ContentionStream;
import io.mapscope.runtime.contention.MonitorWaits;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/**
 * Listens for waits from the moment there is a map that more than one thread has used: a program
 * whose maps are all confined never pays for Flight Recorder.
 */
final class ContentionWatch {
  private final MonitorWaits waits;
  private final Ledger ledger;
  private final Gate gate;
  private final CountDownLatch giveUp = new CountDownLatch(1);
  private volatile @Nullable ContentionStream stream;
  private boolean decided;

  ContentionWatch(MonitorWaits waits, Ledger ledger, Gate gate) {
    this.gate = gate;
    this.waits = waits;
    this.ledger = ledger;
  }

  /** Begins to listen if it is time to; on the collector's thread, about every second. */
  void check() {
    if (!decided && ledger.isAnyMapUsedByMany()) {
      decided = true;
      String problem = JfrAvailability.problemOfStart();
      if (problem == null) {
        listen();
      } else if (JdkModules.haveFlightRecorder()) { // else it has been said
        AgentLog.say("waits for monitors are not seen: " + problem);
      }
    }
  }

  /** Whether it has begun to listen. */
  boolean isListening() {
    return stream != null;
  }

  private void listen() {
    ContentionStream fresh = new ContentionStream(waits, gate::wasOpenAt, AgentLog::say);
    stream = fresh;
    Thread listener = AgentThreads.make(fresh, "mapscope-contention");
    // What Flight Recorder starts from there takes it over, and outlives the agent.
    listener.setContextClassLoader(ClassLoader.getPlatformClassLoader());
    listener.start();
  }

  /** Brings in the last waits before the last snapshot, unless Flight Recorder waits for that. */
  void drain() {
    ContentionStream running = stream;
    if (running != null) {
      try {
        running.drain(giveUp);
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Ends listening; it is not begun again. On the thread that ends the agent. */
  void close() {
    ContentionStream running = stream;
    if (running != null) {
      running.close();
    }
  }

  /** Flight Recorder waits for the last snapshot, hence cannot bring anything more. */
  void giveUp() {
    giveUp.countDown();
  }
}
