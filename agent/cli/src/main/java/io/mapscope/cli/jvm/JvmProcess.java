package io.mapscope.cli.jvm;

import org.jspecify.annotations.Nullable;

/**
 * A JVM of this machine.
 *
 * @param mainClass main class or jar, without its arguments, which may be secrets; the path of the
 *     program where the JVM hides it
 * @param user whose process it is, or null when the system does not tell
 * @param obstacle why it cannot be attached to, one line, or null when nothing is known against it
 */
public record JvmProcess(
    long pid, String mainClass, @Nullable String user, @Nullable String obstacle) {

  /** As messages name it. */
  public String label() {
    return pid + " " + mainClass;
  }
}
