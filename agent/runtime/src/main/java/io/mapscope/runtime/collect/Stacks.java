package io.mapscope.runtime.collect;

import java.util.ArrayList;
import java.util.List;
import java.util.MapscopeFacts;

/** Stacks of the application as text, without the recorder's own frames on top. */
final class Stacks {
  private static final int MOST_FRAMES = 32;

  private Stacks() {}

  /** Innermost frame first, after one line that names the thread. */
  static List<String> text(MapscopeFacts.Overlap overlap) {
    List<String> frames = new ArrayList<>();
    frames.add("thread " + overlap.threadName);
    for (StackTraceElement frame : overlap.getStackTrace()) {
      if (!frame.getClassName().startsWith("java.util.Mapscope") && frames.size() <= MOST_FRAMES) {
        frames.add(
            frame.getClassName() + "." + frame.getMethodName() + ":" + frame.getLineNumber());
      }
    }
    return frames;
  }
}
