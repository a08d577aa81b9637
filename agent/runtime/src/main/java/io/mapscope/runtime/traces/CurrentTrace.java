package io.mapscope.runtime.traces;

import io.mapscope.profile.TraceRef;
import java.lang.ref.WeakReference;
import java.util.MapscopeErrors;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Which trace the calling thread is in; asked inside the application's map operations, at rare
 * facts and samples alone.
 *
 * <p>Without OpenTelemetry in the JVM that is a read of an empty array. Sources are set by {@link
 * TraceSources} and held weakly: an application that is undeployed takes its own along.
 */
public final class CurrentTrace {

  /** Never changed in place. */
  private static volatile WeakReference<?>[] sources = {};

  private CurrentTrace() {}

  /** The calling thread's place in a trace, or null when it is in none that can be seen. */
  public static @Nullable TraceRef get() {
    for (WeakReference<?> known : sources) {
      if (known.get() instanceof Supplier<?> source) {
        TraceRef trace = ask(source);
        if (trace != null) {
          return trace;
        }
      }
    }
    return null;
  }

  /** Whether there is anything that could tell. */
  public static boolean isSeen() {
    return sources.length > 0;
  }

  /** A context storage of the application's that fails is not asked again. */
  private static @Nullable TraceRef ask(Supplier<?> source) {
    try {
      return source.get() instanceof String ids ? TraceRef.of(ids) : null;
    } catch (RuntimeException | Error problem) {
      if (MapscopeErrors.STOPPABLE && problem instanceof ThreadDeath) {
        throw problem;
      }
      sources = new WeakReference<?>[0];
      MapscopeErrors.suppressed++;
      MapscopeErrors.latest = problem;
      return null;
    }
  }

  static void use(WeakReference<?>[] found) {
    sources = found;
  }
}
