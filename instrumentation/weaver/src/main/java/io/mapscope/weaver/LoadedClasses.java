package io.mapscope.weaver;

import java.lang.instrument.Instrumentation;
import org.jspecify.annotations.Nullable;

/** The classes that the JVM has loaded, also at its end. */
public final class LoadedClasses {
  private LoadedClasses() {}

  /**
   * All classes loaded now. None in a JVM that halts while other threads still run: JVMTI refuses
   * there (wrong phase), and java.instrument of JDK 17 and 25 makes null of that (JPLISAgent.c,
   * {@code commonGetClassList}).
   */
  @SuppressWarnings("NullAway") // the JDK's interface does not say that it may be null
  public static Class<?>[] of(Instrumentation instrumentation) {
    Class<?> @Nullable [] loaded = instrumentation.getAllLoadedClasses();
    return loaded == null ? new Class<?>[0] : loaded;
  }
}
