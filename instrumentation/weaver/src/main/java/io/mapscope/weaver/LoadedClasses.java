package io.mapscope.weaver;

import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.List;
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

  /** Those of the boot loader that have {@code names}. */
  static List<Class<?>> named(List<String> names, Instrumentation instrumentation) {
    List<Class<?>> found = new ArrayList<>();
    for (Class<?> type : names.isEmpty() ? new Class<?>[0] : of(instrumentation)) {
      if (type.getClassLoader() == null && names.contains(type.getName())) {
        found.add(type);
      }
    }
    return found;
  }
}
