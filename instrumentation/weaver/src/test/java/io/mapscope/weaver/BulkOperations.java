package io.mapscope.weaver;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.MapscopeTally;
import java.util.concurrent.ConcurrentHashMap;

/** Calls ConcurrentHashMap's bulk operations, whatever functions they take. */
final class BulkOperations {
  private static final long SEQUENTIAL = Long.MAX_VALUE;

  private BulkOperations() {}

  static Map<String, Long> countsOf(Method method) {
    WovenJvm.allowWalks();
    ConcurrentHashMap<TestKey, String> map = new ConcurrentHashMap<>();
    MapscopeTally tally = WovenJvm.tallyOf(map);
    TestMaps.fill(map);
    Map<String, Long> before = WovenJvm.counts(tally, Vocabulary.NAMES);
    try {
      method.invoke(map, arguments(method));
    } catch (IllegalAccessException | InvocationTargetException problem) {
      throw new IllegalStateException(method.toString(), problem);
    }
    return Vocabulary.difference(before, WovenJvm.counts(tally, Vocabulary.NAMES));
  }

  private static Object[] arguments(Method method) {
    Class<?>[] types = method.getParameterTypes();
    Object[] arguments = new Object[types.length];
    for (int i = 0; i < types.length; i++) {
      arguments[i] = types[i].isInterface() ? function(types[i]) : number(types[i], i);
    }
    return arguments;
  }

  private static Object number(Class<?> type, int index) {
    if (index == 0) {
      return SEQUENTIAL;
    }
    return type == double.class ? (Object) 0.0 : type == long.class ? (Object) 0L : (Object) 0;
  }

  /** Any functional interface: returns zero, or nothing. */
  private static Object function(Class<?> type) {
    return Proxy.newProxyInstance(
        BulkOperations.class.getClassLoader(),
        new Class<?>[] {type},
        (proxy, called, given) -> {
          Class<?> result = called.getReturnType();
          return result.isPrimitive() && result != void.class ? number(result, 1) : null;
        });
  }
}
