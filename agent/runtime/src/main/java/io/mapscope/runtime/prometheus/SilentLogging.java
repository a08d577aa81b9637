package io.mapscope.runtime.prometheus;

import io.micrometer.common.util.internal.logging.InternalLogger;
import io.micrometer.common.util.internal.logging.InternalLoggerFactory;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/**
 * Keeps Micrometer from java.util.logging, which it would begin to use at the loading of its first
 * class, perhaps before the application has put its own LogManager in place.
 */
final class SilentLogging extends InternalLoggerFactory {
  /** Before any other class of Micrometer's is loaded. */
  static void install() {
    InternalLoggerFactory.setDefaultFactory(new SilentLogging());
  }

  @Override
  protected InternalLogger newInstance(String name) {
    return (InternalLogger)
        Proxy.newProxyInstance(
            SilentLogging.class.getClassLoader(),
            new Class<?>[] {InternalLogger.class},
            (proxy, method, arguments) -> answer(name, method));
  }

  private static Object answer(String name, Method method) {
    if (method.getReturnType() == boolean.class) {
      return false;
    }
    return method.getReturnType() == String.class ? name : Void.TYPE;
  }
}
