package io.mapscope.runtime.start;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says why the agent stays out of this JVM, if it does. */
final class JvmCheck {
  private static final int OLDEST = 17;

  private JvmCheck() {}

  /** The reason to stay out of this JVM, or null. */
  static @Nullable String problem() {
    return problem(
        System.getProperty("java.vm.name", ""),
        Runtime.version().feature(),
        System.getProperty("sun.arch.data.model", "unknown"));
  }

  /** The reason to stay out of such a JVM, or null. */
  static @Nullable String problem(String vmName, int feature, String bits) {
    if (feature < OLDEST) {
      return "this is Java " + feature + "; Mapscope needs 17 or later";
    }
    String name = vmName.toLowerCase(Locale.ROOT);
    if (!name.contains("openjdk") && !name.contains("hotspot") || name.contains("openj9")) {
      return "this JVM is '" + vmName + "'; Mapscope knows HotSpot only";
    }
    if (!bits.equals("64")) {
      return "this JVM has " + bits + "-bit words; Mapscope needs 64";
    }
    return null;
  }
}
