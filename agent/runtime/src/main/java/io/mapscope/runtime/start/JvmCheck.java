package io.mapscope.runtime.start;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says why the agent stays out of this JVM, if it does. */
final class JvmCheck {
  private static final int OLDEST = 17;
  private static final List<String> TRAINING =
      List.of(
          "-XX:AOTCacheOutput",
          "-XX:AOTMode=record",
          "-XX:AOTMode=create",
          "-XX:ArchiveClassesAtExit",
          "-Xshare:dump");

  private JvmCheck() {}

  /** The reason to stay out, or null. */
  static @Nullable String problem(
      String vmName, int feature, String bits, List<String> jvmArguments) {
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
    for (String argument : jvmArguments) {
      for (String training : TRAINING) {
        if (argument.startsWith(training)) {
          return "the JVM writes a class archive ("
              + argument
              + "), which woven JDK classes would break";
        }
      }
    }
    return null;
  }
}
