package io.mapscope.jfr;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import jdk.jfr.FlightRecorder;

/** Ends while something of Flight Recorder's begins, and says what came of it. */
final class EndingProgram {
  private static final long STEP_NANOS = 1_000_000;

  /** Half of the time for which the end is held at most. */
  private static final long PROMPT_NANOS = 500_000_000;

  private static final String RECORDERS_HOOK = "JFR Shutdown Hook";

  private EndingProgram() {}

  public static void main(String[] args) throws Exception {
    FlightRecorder.getFlightRecorder();
    switch (args[0]) {
      case "released" -> endWhileHeld(true);
      case "kept" -> endWhileHeld(false);
      case "asked" -> askWhileHeld();
      case "late" -> recordWhenTheRecorderIsGone(Path.of(args[1]));
      default -> throw new IllegalArgumentException(args[0]);
    }
  }

  private static void endWhileHeld(boolean release) {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println("hook")));
    HeldExit held = HeldExit.take();
    Thread exit = new Thread(() -> System.exit(0));
    exit.start();
    while (exit.getState() != Thread.State.BLOCKED) {
      LockSupport.parkNanos(STEP_NANOS);
    }
    System.out.println("held");
    if (release) {
      held.close();
    }
  }

  private static void askWhileHeld() {
    Runtime.getRuntime().addShutdownHook(new Thread(EndingProgram::sayWhetherItEnds));
    try (HeldExit held = HeldExit.take()) {
      long began = System.nanoTime();
      sayWhetherItEnds();
      System.out.println(System.nanoTime() - began < PROMPT_NANOS ? "at once" : "late");
    }
    sayWhetherItEnds();
  }

  private static void sayWhetherItEnds() {
    System.out.println(HeldExit.isEnding() ? "ends" : "goes on");
  }

  private static void recordWhenTheRecorderIsGone(Path file) {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> record(file)));
  }

  private static void record(Path file) {
    while (isRecordersHookAlive()) {
      LockSupport.parkNanos(STEP_NANOS);
    }
    try {
      FlightRecording.start(file, Duration.ofSeconds(1));
      System.out.println("started");
    } catch (RecordingRefused refused) {
      System.out.println(refused.getMessage());
    }
  }

  private static boolean isRecordersHookAlive() {
    return Thread.getAllStackTraces().keySet().stream()
        .anyMatch(thread -> thread.getName().equals(RECORDERS_HOOK));
  }
}
