package io.mapscope.runtime.start;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which of the JDK's modules that the agent can do without this JVM has: an image that was linked
 * for an application may lack them. Classes that use one must not be touched where it is absent,
 * because they cannot be linked there.
 */
final class JdkModules {
  private static final String FLIGHT_RECORDER = "jdk.jfr";

  /** It brings java.management. */
  private static final String MANAGEMENT = "jdk.management";

  private JdkModules() {}

  static boolean haveFlightRecorder() {
    return have(FLIGHT_RECORDER);
  }

  static boolean haveManagement() {
    return have(MANAGEMENT);
  }

  /** What is absent and therefore missing from the figures, one line; null when nothing is. */
  static @Nullable String loss() {
    List<String> absent = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    if (!haveFlightRecorder()) {
      absent.add(FLIGHT_RECORDER);
      missing.add("waits for monitors, events");
    }
    if (!haveManagement()) {
      absent.add(MANAGEMENT);
      missing.add("CPU time, management bean");
    }
    return absent.isEmpty()
        ? null
        : "this JVM lacks "
            + String.join(", ", absent)
            + ", hence there are none of these: "
            + String.join(", ", missing)
            + "; all else goes on";
  }

  private static boolean have(String module) {
    return ModuleLayer.boot().findModule(module).isPresent();
  }
}
