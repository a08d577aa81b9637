package io.mapscope.runtime.start;

import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Whether the JVM is still bringing agents in: it calls one {@code premain} after the other on the
 * main thread, which that thread's stack shows, and the application's {@code main} afterwards.
 *
 * <p>Between two of them, and between the last and {@code main}, there is nothing of Java on that
 * stack. Such a moment says nothing and is waited out; a program that embeds the JVM may leave its
 * thread so for good, hence not for ever. Asked by one thread, at intervals.
 */
final class OtherPremains implements BooleanSupplier {

  /** The class of java.instrument that calls premain and agentmain. */
  private static final String CALLER = "sun.instrument.InstrumentationImpl";

  /** So many looks at nothing mean that nothing is to come. */
  static final int MOST_EMPTY_LOOKS = 20;

  /** The thread that brings agents in; no lambda, because none is linked before main. */
  interface Starter {
    StackTraceElement[] stack();

    boolean isAlive();
  }

  private record OfThread(Thread thread) implements Starter {
    @Override
    public StackTraceElement[] stack() {
      return thread.getStackTrace();
    }

    @Override
    public boolean isAlive() {
      return thread.isAlive();
    }
  }

  private final @Nullable Starter starter;
  private int emptyLooks;

  /** Asks {@code starter}; with null there is nobody to wait for. */
  OtherPremains(@Nullable Starter starter) {
    this.starter = starter;
  }

  /** On the thread that has called our premain and will call those after it. */
  static OtherPremains ofThisThread() {
    return new OtherPremains(new OfThread(Thread.currentThread()));
  }

  /** In an application that runs: all agents of the command line have come. */
  static OtherPremains none() {
    return new OtherPremains(null);
  }

  /** True until the last premain has returned. */
  @Override
  public boolean getAsBoolean() {
    if (starter == null) {
      return false;
    }
    StackTraceElement[] frames = starter.stack();
    if (frames.length == 0) {
      return starter.isAlive() && ++emptyLooks <= MOST_EMPTY_LOOKS;
    }
    emptyLooks = 0;
    for (StackTraceElement frame : frames) {
      if (frame.getClassName().equals(CALLER)) {
        return true;
      }
    }
    return false;
  }
}
