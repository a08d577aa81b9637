package io.mapscope.runtime.collect;

import java.util.HashMap;
import java.util.Map;
import java.util.MapscopeFact;

/**
 * Who calls the maps of a site, by samples: the first frame outside the JDK, and the operation it
 * called.
 *
 * <p>Keeps {@value #MOST} pairs; what comes later is counted as samples only, so that the shares of
 * those kept stay true.
 */
final class CallSiteAccount {
  private static final int MOST = 64;

  /** A frame as text, and the name of the map's method that it called. */
  record Call(String frame, String operation) {}

  private final Map<Call, Long> counts = new HashMap<>();
  private long samples;

  void admit(MapscopeFact sample) {
    Call call = callOf(sample.getStackTrace());
    samples++;
    if (counts.size() < MOST || counts.containsKey(call)) {
      counts.merge(call, 1L, Long::sum);
    }
  }

  /** All samples, those without a kept pair included. */
  long samples() {
    return samples;
  }

  Map<Call, Long> counts() {
    return Map.copyOf(counts);
  }

  private static Call callOf(StackTraceElement[] stack) {
    String operation = "";
    for (StackTraceElement frame : stack) {
      if (Stacks.isOurs(frame)) {
        continue;
      }
      if (!Stacks.isJdk(frame)) {
        return new Call(Stacks.text(frame), operation);
      }
      operation = frame.getMethodName();
    }
    return new Call("(JDK)", operation);
  }
}
