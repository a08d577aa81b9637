package io.mapscope.dist.programs;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import jdk.jfr.Event;
import jdk.jfr.Recording;

/**
 * Starts a recording when Flight Recorder has been taken down, on a daemon thread, which then keeps
 * the recorder's lock for ever: a program that ends all the same.
 */
public final class LateRecording {
  static final Map<String, String> MAP = new ConcurrentHashMap<>();

  private static final String RECORDERS_HOOK = "JFR Shutdown Hook";

  private LateRecording() {}

  /** The recording that is taken over has it. */
  public static final class Said extends Event {}

  public static void main(String[] args) throws Exception {
    MAP.put("a", "b");
    Recordings.await(recording -> true);
    new Said().commit();
    Recording late = new Recording();
    Thread starter = new Thread(() -> startLate(late));
    starter.setDaemon(true);
    starter.start();
  }

  private static void startLate(Recording late) {
    while (!isRecordersHookThere()) {
      Thread.onSpinWait();
    }
    while (isRecordersHookThere()) {
      Thread.onSpinWait();
    }
    late.start();
  }

  private static boolean isRecordersHookThere() {
    return Thread.getAllStackTraces().keySet().stream()
        .anyMatch(thread -> thread.getName().equals(RECORDERS_HOOK));
  }
}
