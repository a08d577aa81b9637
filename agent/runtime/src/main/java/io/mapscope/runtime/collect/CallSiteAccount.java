package io.mapscope.runtime.collect;

import io.mapscope.profile.CallSite;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.MapscopeFact;
import java.util.MapscopeSettings;
import java.util.MapscopeTracked;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who calls the maps of a site, by samples: the first frame outside the JDK and, for a map of a
 * library, outside that; and the operation it called.
 *
 * <p>Keeps {@value #MOST} pairs; what comes later is counted as samples only, so that the shares of
 * those kept stay true.
 */
final class CallSiteAccount {
  private static final int MOST = 64;
  private static final int MOST_SHOWN = 10;

  /** A frame as text, and the name of the map's method that it called. */
  record Call(String frame, String operation) {}

  private final Map<Call, Long> counts = new HashMap<>();
  private long samples;

  void admit(MapscopeFact sample) {
    Call call = callOf(sample.getStackTrace(), ownClasses(sample.tally.get()));
    samples++;
    if (counts.size() < MOST || counts.containsKey(call)) {
      counts.merge(call, 1L, Long::sum);
    }
  }

  /** The busiest first, with their shares of all samples; null without a sample. */
  @Nullable List<CallSite> profile() {
    if (samples == 0) {
      return null;
    }
    return counts.entrySet().stream()
        .sorted(
            Map.Entry.<Call, Long>comparingByValue()
                .reversed()
                .thenComparing(entry -> entry.getKey().frame())
                .thenComparing(entry -> entry.getKey().operation()))
        .limit(MOST_SHOWN)
        .map(
            entry ->
                new CallSite(
                    entry.getKey().frame(),
                    entry.getKey().operation(),
                    (double) entry.getValue() / samples))
        .toList();
  }

  /** Whether an operation was seen called from {@code frame}. */
  boolean isCalledFrom(String frame) {
    for (Call call : counts.keySet()) {
      if (call.frame().equals(frame)) {
        return true;
      }
    }
    return false;
  }

  /** Names of the classes that a map of others is made of; none for one of the JDK. */
  private static Set<String> ownClasses(@Nullable Object map) {
    Set<String> names = new HashSet<>();
    if (map instanceof MapscopeTracked) {
      for (Class<?> type = map.getClass(); type != null; type = type.getSuperclass()) {
        names.add(type.getName());
      }
    }
    return names;
  }

  private static boolean isOfTheMap(StackTraceElement frame, Set<String> ownClasses) {
    String name = frame.getClassName();
    for (String own : ownClasses) {
      if (name.equals(own) || name.startsWith(own + "$")) {
        return true;
      }
    }
    return !ownClasses.isEmpty() && MapscopeSettings.isMapLibrary(name);
  }

  private static Call callOf(StackTraceElement[] stack, Set<String> ownClasses) {
    String operation = "";
    for (StackTraceElement frame : stack) {
      if (Stacks.isOurs(frame)) {
        continue;
      }
      if (!Stacks.isJdk(frame) && !isOfTheMap(frame, ownClasses)) {
        return new Call(Stacks.text(frame), operation);
      }
      operation = frame.getMethodName();
    }
    return new Call("(JDK)", operation);
  }
}
