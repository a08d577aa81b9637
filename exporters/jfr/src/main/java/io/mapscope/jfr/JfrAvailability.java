package io.mapscope.jfr;

import jdk.jfr.FlightRecorder;
import org.jspecify.annotations.Nullable;

/**
 * Whether this JVM has a Flight Recorder; to be asked before any other class of this package is
 * touched, because they cannot be linked where the module {@code jdk.jfr} is missing.
 */
public final class JfrAvailability {

  private static final String MODULE = "jdk.jfr";

  private JfrAvailability() {}

  /** Whether recordings can be read, which takes the module but no running recorder. */
  public static boolean canRead() {
    return ModuleLayer.boot().findModule(MODULE).isPresent();
  }

  /** Why there is no Flight Recorder, one line, or null when there is one. */
  public static @Nullable String problem() {
    return canRead() ? problemOfRecorder() : "this JVM runs without the module " + MODULE;
  }

  /** The same, and why nothing is to be recorded by it now: too little room where it works. */
  public static @Nullable String problemOfStart() {
    String problem = problem();
    return problem == null ? RepositorySpace.shortage() : problem;
  }

  private static @Nullable String problemOfRecorder() {
    return FlightRecorder.isAvailable() ? null : "Flight Recorder is switched off in this JVM";
  }
}
