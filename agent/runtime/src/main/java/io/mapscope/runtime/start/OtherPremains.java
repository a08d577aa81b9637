package io.mapscope.runtime.start;

import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

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

  private final Supplier<StackTraceElement[]> stack;
  private final BooleanSupplier alive;
  private int emptyLooks;

  OtherPremains(Thread starter) {
    this(starter::getStackTrace, starter::isAlive);
  }

  OtherPremains(Supplier<StackTraceElement[]> stack, BooleanSupplier alive) {
    this.stack = stack;
    this.alive = alive;
  }

  /** True until the last premain has returned. */
  @Override
  public boolean getAsBoolean() {
    StackTraceElement[] frames = stack.get();
    if (frames.length == 0) {
      return alive.getAsBoolean() && ++emptyLooks <= MOST_EMPTY_LOOKS;
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
