package io.mapscope.runtime.start;

import java.util.function.BooleanSupplier;

/**
 * Whether the JVM is still bringing agents in: it calls one {@code premain} after the other on the
 * main thread, which that thread's stack shows, and the application's {@code main} afterwards.
 */
record OtherPremains(Thread starter) implements BooleanSupplier {

  /** The class of java.instrument that calls premain and agentmain. */
  private static final String CALLER = "sun.instrument.InstrumentationImpl";

  /** True until the last premain has returned. */
  @Override
  public boolean getAsBoolean() {
    for (StackTraceElement frame : starter.getStackTrace()) {
      if (frame.getClassName().equals(CALLER)) {
        return true;
      }
    }
    return false;
  }
}
