package io.mapscope.openrewrite;

import java.util.List;
import java.util.Set;
import org.openrewrite.java.MethodMatcher;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JavaType;
import org.openrewrite.java.tree.TypeUtils;

/** Expressions that make an empty map, with what a ConcurrentHashMap in its place needs. */
final class PlainCreation {

  static final String CONCURRENT = "java.util.concurrent.ConcurrentHashMap";

  private static final Set<String> REPLACED = Set.of("java.util.HashMap", "java.util.Hashtable");
  private static final MethodMatcher SYNCHRONIZED =
      new MethodMatcher("java.util.Collections synchronizedMap(java.util.Map)");

  private PlainCreation() {}

  /**
   * Whether {@code value} makes an empty Hashtable, HashMap or synchronizedMap around a HashMap.
   */
  static boolean isReplaceable(Expression value) {
    return value instanceof J.NewClass made
        ? isEmptyMap(made)
        : value instanceof J.MethodInvocation call
            && SYNCHRONIZED.matches(call)
            && call.getArguments().get(0).unwrap() instanceof J.NewClass inner
            && TypeUtils.isOfClassType(inner.getType(), "java.util.HashMap")
            && isEmptyMap(inner);
  }

  /** Whether {@code value} makes a ConcurrentHashMap already. */
  static boolean isConcurrent(Expression value) {
    return value instanceof J.NewClass made && TypeUtils.isOfClassType(made.getType(), CONCURRENT);
  }

  /** The arguments of the constructor: none, or the initial capacity. */
  static List<Expression> capacity(Expression value) {
    J.NewClass made =
        value instanceof J.MethodInvocation call
            ? (J.NewClass) call.getArguments().get(0).unwrap()
            : (J.NewClass) value;
    return made.getArguments().stream().filter(argument -> !(argument instanceof J.Empty)).toList();
  }

  private static boolean isEmptyMap(J.NewClass made) {
    JavaType.FullyQualified type = TypeUtils.asFullyQualified(made.getType());
    return made.getBody() == null
        && type != null
        && REPLACED.contains(type.getFullyQualifiedName())
        && isNothingOrCapacity(capacity(made));
  }

  private static boolean isNothingOrCapacity(List<Expression> arguments) {
    return arguments.isEmpty()
        || (arguments.size() == 1 && arguments.get(0).getType() == JavaType.Primitive.Int);
  }
}
