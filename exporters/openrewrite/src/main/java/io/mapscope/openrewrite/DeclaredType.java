package io.mapscope.openrewrite;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JavaType;
import org.openrewrite.java.tree.TypeUtils;

/** Whether a field's declared type lets it hold a ConcurrentHashMap, or may be changed to one. */
final class DeclaredType {

  private static final Set<String> FITTING =
      Set.of("java.util.Map", "java.util.AbstractMap", "java.util.concurrent.ConcurrentMap");

  /** Classes whose name in the declaration becomes ConcurrentHashMap. */
  static final Set<String> CHANGED = Set.of("java.util.HashMap", "java.util.Hashtable");

  /** Methods that a Hashtable or a HashMap has and a ConcurrentHashMap has not. */
  private static final Set<String> MISSING = Set.of("clone", "rehash");

  private DeclaredType() {}

  /** Why the field cannot hold a ConcurrentHashMap, or null when it can. */
  static @Nullable String obstacle(FieldUses uses, J.VariableDeclarations declaration) {
    JavaType.FullyQualified type = TypeUtils.asFullyQualified(declaration.getType());
    if (type == null) {
      return "its declared type is not known";
    }
    String name = type.getFullyQualifiedName();
    if (FITTING.contains(name)) {
      return null;
    }
    if (!CHANGED.contains(name)) {
      return "it is declared as " + name;
    }
    if (!uses.values().stream().allMatch(DeclaredType::fitsConcurrent)) {
      return "it is declared as " + name + " and gets maps from elsewhere";
    }
    if (uses.calls().stream().anyMatch(call -> MISSING.contains(call.getSimpleName()))) {
      return "a method is called that ConcurrentHashMap does not have";
    }
    return isSerialized(declaration)
        ? "its class is Serializable, and its serial form would change"
        : null;
  }

  private static boolean fitsConcurrent(Expression value) {
    return FieldUses.isNull(value)
        || PlainCreation.isReplaceable(value)
        || PlainCreation.isConcurrent(value);
  }

  private static boolean isSerialized(J.VariableDeclarations declaration) {
    JavaType.Variable field = declaration.getVariables().get(0).getVariableType();
    return !declaration.hasModifier(J.Modifier.Type.Transient)
        && !declaration.hasModifier(J.Modifier.Type.Static)
        && (field == null || TypeUtils.isAssignableTo("java.io.Serializable", field.getOwner()));
  }
}
