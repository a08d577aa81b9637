package io.mapscope.runtime.start;

import io.mapscope.profile.text.Printable;
import java.io.PrintStream;
import java.util.MapscopeErrors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The agent's own log: lines on stderr that begin with {@code mapscope: }, bounded in number.
 *
 * <p>No java.util.logging and no System.Logger: application servers install their own before the
 * first use. What others have named is shown, not obeyed, by the terminal. After {@value
 * #MOST_LINES} lines it falls silent, having said so.
 */
final class AgentLog {
  private static final int MOST_LINES = 100;
  private static final AtomicInteger LINES = new AtomicInteger();

  private AgentLog() {}

  /** Loads what is needed to say anything, since at a bad moment there is no memory for that. */
  static void prepare() {
    Printable.of(LINES.toString());
  }

  /** Says what has become of whom, unless there is no memory to say it with; never throws. */
  static void say(String who, String what, Throwable problem) {
    try {
      say(who + what + problem + place(problem));
    } catch (OutOfMemoryError | LinkageError starving) {
      MapscopeErrors.suppressed++;
    }
  }

  /** Where it was thrown, for who has to find out why; nothing where the JVM keeps no stack. */
  private static String place(Throwable problem) {
    StackTraceElement[] stack = problem.getStackTrace();
    return stack.length == 0 ? "" : " at " + stack[0];
  }

  static void say(String message) {
    int line = LINES.incrementAndGet();
    PrintStream err = System.err;
    if (line < MOST_LINES) {
      err.println("mapscope: " + Printable.of(message));
    } else if (line == MOST_LINES) {
      err.println("mapscope: that was the last of " + MOST_LINES + " lines, no more will follow");
    }
  }
}
