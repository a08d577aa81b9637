package io.mapscope.runtime.start;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.runtime.ObjectMethods;

/**
 * Caches of the JDK with one place, in which something of ours would keep our class loader.
 *
 * <p>{@code java.lang.runtime.ObjectMethods} makes {@code equals} of every record from one method
 * handle, which remembers the type it was adapted to last: that of the last record that was
 * compared for the first time (JDK 17, {@code MethodHandle.asTypeCache}).
 */
final class JdkCaches {
  /** Any class that stays. */
  private static final Class<?> STAYING = String.class;

  private JdkCaches() {}

  /** Takes the place for a class of the JDK. */
  static void displaceOurs() throws Exception {
    MethodType equals = MethodType.methodType(boolean.class, STAYING, Object.class);
    try {
      ObjectMethods.bootstrap(
          MethodHandles.lookup(), "equals", equals, STAYING, "", new MethodHandle[0]);
    } catch (Exception | Error problem) {
      throw problem;
    } catch (Throwable impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
