package java.util;

import java.util.function.Function;
import jdk.internal.vm.annotation.Hidden;

/**
 * The user's mapping function on its way into a map that is not the JDK's: tells the recorder that
 * it ran, and lets what it does to the same map count as operations of their own.
 *
 * <p>Its frame is hidden, so a stack trace out of the function looks as it always did.
 */
public final class MapscopeFunction implements Function<Object, Object> {
  private final Function<Object, Object> function;
  private final Object map;

  private MapscopeFunction(Function<Object, Object> function, Object map) {
    this.function = function;
    this.map = map;
  }

  /** {@code function} for the time of one operation on {@code map}; itself when not recording. */
  @SuppressWarnings({"unchecked", "rawtypes"})
  public static Function of(Function function, Object map) {
    return function == null || !MapscopeGate.open || function instanceof MapscopeFunction
        ? function
        : new MapscopeFunction(function, map);
  }

  @Hidden
  @Override
  public Object apply(Object key) {
    MapscopeCell cell = MapscopeNesting.lend(map);
    Object value;
    try {
      value = function.apply(key);
    } catch (Throwable thrown) {
      cell.owner = ~cell.owner; // no call: the stack may be exhausted
      throw thrown;
    }
    MapscopeNesting.takeBack(cell);
    return value;
  }
}
