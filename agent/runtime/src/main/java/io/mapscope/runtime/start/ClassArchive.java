package io.mapscope.runtime.start;

import java.lang.instrument.Instrumentation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The class data or AOT archive that this JVM writes, if it writes one: woven classes in it crash
 * the JVM that assembles it (JDK 25), or are lost to it.
 *
 * <p>The JVM is asked. The flags that make it write may stand in files that the command line only
 * names; they are looked for to tell the user which it was, and where this JDK does not answer.
 */
final class ClassArchive {
  private static final List<String> FLAGS =
      List.of(
          "-XX:AOTCacheOutput",
          "-XX:AOTMode=record",
          "-XX:AOTMode=create",
          "-XX:ArchiveClassesAtExit",
          "-XX:+AutoCreateSharedArchive",
          "-XX:+RecordDynamicDumpInfo",
          "-Xshare:dump");

  private ClassArchive() {}

  /** Why the agent stays out of a JVM that writes an archive; null when this one writes none. */
  static @Nullable String problem(Instrumentation instrumentation) {
    Boolean written = isWritten(instrumentation);
    if (Boolean.FALSE.equals(written)) {
      return null;
    }
    String flag = flag(JvmArguments.read());
    return written == null && flag == null ? null : problem(flag);
  }

  private static String problem(@Nullable String flag) {
    return "the JVM writes a class archive ("
        + (flag == null ? "by a flag in a file of options" : flag)
        + "), which woven JDK classes would break";
  }

  /** The flag among a JVM's arguments that makes it write, or null. */
  static @Nullable String flag(List<String> arguments) {
    for (String argument : arguments) {
      for (String flag : FLAGS) {
        if (argument.startsWith(flag)) {
          return argument;
        }
      }
    }
    return null;
  }

  /** What the JVM says; null when it does not. */
  private static @Nullable Boolean isWritten(Instrumentation instrumentation) {
    try {
      return (boolean)
          JdkInternals.method(
                  instrumentation, "jdk.internal.misc", "CDS", "isDumpingArchive", boolean.class)
              .invokeExact();
    } catch (Error problem) {
      throw problem;
    } catch (Throwable unknown) {
      return null;
    }
  }
}
