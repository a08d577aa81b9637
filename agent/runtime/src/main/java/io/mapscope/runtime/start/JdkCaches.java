package io.mapscope.runtime.start;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.runtime.ObjectMethods;

/**
 * Caches of the JDK with one place, in which something of ours would keep our class loader.
 *
 * <p>{@code java.lang.runtime.ObjectMethods} makes the methods of every record from the same few
 * method handles, each of which remembers the type that it was adapted to last: that of the last
 * record, or record component, that came by ({@code MethodHandle.asTypeCache} on JDK 17; on 25
 * {@code asTypeSoftCache} for classes of a loader that may go, which lasts until memory is short).
 */
final class JdkCaches {
  private JdkCaches() {}

  /**
   * Takes the places for a class that stays: our loader's own, which is the application loader's.
   */
  static void displaceOurs() throws Exception {
    ClassLoader ours = JdkCaches.class.getClassLoader();
    Class<?> staying = ours.getClass();
    MethodHandle component = MethodHandles.identity(staying);
    displace("equals", MethodType.methodType(boolean.class, staying, Object.class), component);
    displace("hashCode", MethodType.methodType(int.class, staying), component);
    displace("toString", MethodType.methodType(String.class, staying), component);
  }

  private static void displace(String method, MethodType type, MethodHandle component)
      throws Exception {
    try {
      ObjectMethods.bootstrap(
          MethodHandles.lookup(), method, type, type.parameterType(0), "component", component);
    } catch (Exception | Error problem) {
      throw problem;
    } catch (Throwable impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
