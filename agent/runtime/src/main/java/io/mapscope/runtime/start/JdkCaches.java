package io.mapscope.runtime.start;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.lang.runtime.ObjectMethods;
import java.net.URL;
import java.net.URLClassLoader;

/**
 * Caches of the JDK with one place, in which something of ours would keep our class loader.
 *
 * <p>{@code java.lang.runtime.ObjectMethods} makes the methods of every record from the same few
 * method handles, each of which remembers the type that it was adapted to last: that of the last
 * record, or record component, that came by. JDK 17 has one place for it ({@code
 * MethodHandle.asTypeCache}); JDK 25 has that for classes of the JDK's own loaders and a second one
 * for all others, which lasts until memory is short ({@code asTypeSoftCache}).
 */
final class JdkCaches {
  /** Of a proxy that nobody calls. */
  private static final InvocationHandler NOTHING = (proxy, method, arguments) -> null;

  private JdkCaches() {}

  /**
   * Takes the second place for a class that nobody else knows, and whose loader is empty but for
   * it; then the first, on JDK 17 the only one, for a class of the application loader's, which
   * stays.
   */
  static void displaceOurs() throws Exception {
    ClassLoader empty = new URLClassLoader(new URL[0], ClassLoader.getPlatformClassLoader());
    takePlaces(Proxy.newProxyInstance(empty, new Class<?>[] {Runnable.class}, NOTHING).getClass());
    takePlaces(JdkCaches.class.getClassLoader().getClass());
  }

  private static void takePlaces(Class<?> stranger) throws Exception {
    MethodHandle component = MethodHandles.identity(stranger);
    displace("equals", MethodType.methodType(boolean.class, stranger, Object.class), component);
    displace("hashCode", MethodType.methodType(int.class, stranger), component);
    displace("toString", MethodType.methodType(String.class, stranger), component);
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
