package io.mapscope.runtime.collect;

import java.util.ArrayList;
import java.util.List;
import java.util.MapscopeFact;

/** Stacks of the application as text, without the recorder's own frames on top. */
public final class Stacks {
  private static final int MOST_FRAMES = 32;

  private Stacks() {}

  /** Innermost frame first, after one line that names the thread. */
  static List<String> text(MapscopeFact fact) {
    return text(fact.threadName, fact);
  }

  /** The same for the stack of a thread of that name. */
  static List<String> text(String threadName, Throwable stack) {
    List<String> lines = new ArrayList<>();
    lines.add("thread " + threadName);
    lines.addAll(frames(stack));
    return lines;
  }

  /** Frames alone, innermost first. */
  public static List<String> frames(Throwable stack) {
    List<String> frames = new ArrayList<>();
    for (StackTraceElement frame : stack.getStackTrace()) {
      if (!isOurs(frame) && frames.size() < MOST_FRAMES) {
        frames.add(text(frame));
      }
    }
    return frames;
  }

  /** Class, method and line; the line is negative when the class file does not tell. */
  static String text(StackTraceElement frame) {
    return frame.getClassName() + "." + frame.getMethodName() + ":" + frame.getLineNumber();
  }

  static boolean isOurs(StackTraceElement frame) {
    return frame.getClassName().startsWith("java.util.Mapscope")
        || frame.getClassName().startsWith("java.util.concurrent.Mapscope");
  }

  /** Whether the frame belongs to a module of the JDK. */
  static boolean isJdk(StackTraceElement frame) {
    String module = frame.getModuleName();
    return module != null && (module.startsWith("java.") || module.startsWith("jdk."));
  }
}
