package io.mapscope.runtime.start;

import java.lang.instrument.Instrumentation;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Map;
import java.util.Set;

/** Methods of java.base that it keeps to itself, and tells us since we are an agent. */
final class JdkInternals {
  private JdkInternals() {}

  /**
   * A public static method without parameters.
   *
   * @throws ReflectiveOperationException when this JDK has none of that name and type
   */
  static MethodHandle method(
      Instrumentation instrumentation,
      String inPackage,
      String inClass,
      String name,
      Class<?> returns)
      throws ReflectiveOperationException {
    Module us = JdkInternals.class.getModule();
    instrumentation.redefineModule(
        Object.class.getModule(),
        Set.of(),
        Map.of(inPackage, Set.of(us)),
        Map.of(),
        Set.of(),
        Map.of());
    return MethodHandles.lookup()
        .findStatic(
            Class.forName(inPackage + "." + inClass, true, null),
            name,
            MethodType.methodType(returns));
  }
}
