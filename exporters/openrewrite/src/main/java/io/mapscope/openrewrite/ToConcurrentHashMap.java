package io.mapscope.openrewrite;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.openrewrite.ExecutionContext;
import org.openrewrite.Tree;
import org.openrewrite.java.JavaTemplate;
import org.openrewrite.java.JavaVisitor;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JavaType;
import org.openrewrite.java.tree.Space;
import org.openrewrite.java.tree.TypeTree;
import org.openrewrite.java.tree.TypeUtils;
import org.openrewrite.marker.Markers;

/** Exchanges chosen expressions for a ConcurrentHashMap, and the type of the field they go to. */
final class ToConcurrentHashMap extends JavaVisitor<ExecutionContext> {

  private final UUID declaration;
  private final Set<UUID> replaced;

  /** For the field declared by {@code declaration} and the expressions {@code replaced}. */
  ToConcurrentHashMap(UUID declaration, Set<UUID> replaced) {
    this.declaration = declaration;
    this.replaced = replaced;
  }

  @Override
  public J visitNewClass(J.NewClass made, ExecutionContext ctx) {
    return replaced.contains(made.getId()) ? concurrent(made) : super.visitNewClass(made, ctx);
  }

  @Override
  public J visitMethodInvocation(J.MethodInvocation call, ExecutionContext ctx) {
    return replaced.contains(call.getId())
        ? concurrent(call)
        : super.visitMethodInvocation(call, ctx);
  }

  @Override
  public J visitVariableDeclarations(J.VariableDeclarations variables, ExecutionContext ctx) {
    J visited = super.visitVariableDeclarations(variables, ctx);
    if (visited instanceof J.VariableDeclarations field && field.getId().equals(declaration)) {
      TypeTree type = field.getTypeExpression();
      return type == null ? field : field.withTypeExpression(concurrent(type));
    }
    return visited;
  }

  private J concurrent(Expression creation) {
    List<Expression> capacity = PlainCreation.capacity(creation);
    imports();
    return JavaTemplate.builder(
            capacity.isEmpty()
                ? "new ConcurrentHashMap<>()"
                : "new ConcurrentHashMap<>(#{any(int)})")
        .imports(PlainCreation.CONCURRENT)
        .build()
        .apply(getCursor(), creation.getCoordinates().replace(), capacity.toArray());
  }

  private TypeTree concurrent(TypeTree type) {
    JavaType.FullyQualified named = TypeUtils.asFullyQualified(type.getType());
    if (named == null || !DeclaredType.CHANGED.contains(named.getFullyQualifiedName())) {
      return type;
    }
    imports();
    return type instanceof J.ParameterizedType generic
        ? generic.withClazz(name(generic.getClazz().getPrefix()))
        : name(type.getPrefix());
  }

  private static J.Identifier name(Space prefix) {
    return new J.Identifier(
        Tree.randomId(),
        prefix,
        Markers.EMPTY,
        List.of(),
        "ConcurrentHashMap",
        JavaType.buildType(PlainCreation.CONCURRENT),
        null);
  }

  private void imports() {
    maybeAddImport(PlainCreation.CONCURRENT, null, false);
    maybeRemoveImport("java.util.Collections");
  }
}
