package io.mapscope.openrewrite;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openrewrite.ExecutionContext;
import org.openrewrite.java.JavaTemplate;
import org.openrewrite.java.JavaVisitor;
import org.openrewrite.java.search.SemanticallyEqual;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JavaType;
import org.openrewrite.java.tree.Statement;
import org.openrewrite.java.tree.TypeUtils;

/** Exchanges "if absent then put" for one call, in the methods of one name of a field's class. */
final class ToOneStep extends JavaVisitor<ExecutionContext> {

  private static final String PARAMETER = "absentKey";

  private final FieldName field;
  private final String method;
  private boolean foundOneStep;

  /** For {@code method} of the class that {@code field} is in. */
  ToOneStep(FieldName field, String method) {
    this.field = field;
    this.method = method;
  }

  /** Whether the method has a call that inserts in one step: it has been mended already. */
  boolean foundOneStep() {
    return foundOneStep;
  }

  @Override
  public J visitMethodInvocation(J.MethodInvocation call, ExecutionContext ctx) {
    if (isOnField(call, "putIfAbsent") || isOnField(call, "computeIfAbsent")) {
      foundOneStep |= isInMethod();
    }
    return super.visitMethodInvocation(call, ctx);
  }

  @Override
  public J visitIf(J.If check, ExecutionContext ctx) {
    J.MethodInvocation put = check.getElsePart() == null ? onlyPut(check.getThenPart()) : null;
    Expression key = lookedUp(check.getIfCondition().getTree());
    if (put == null || key == null || !isInMethod() || !isSame(key, put.getArguments().get(0))) {
      return super.visitIf(check, ctx);
    }
    Expression value = put.getArguments().get(1);
    if (isAtHand(value)) {
      return renamed(put, "putIfAbsent").withPrefix(check.getPrefix());
    }
    return isMadeByTheJdk(value) ? computed(check, put, value) : super.visitIf(check, ctx);
  }

  private boolean isInMethod() {
    J.MethodDeclaration around = getCursor().firstEnclosing(J.MethodDeclaration.class);
    JavaType.Method type = around == null ? null : around.getMethodType();
    return type != null
        && type.getName().equals(method)
        && type.getDeclaringType().getFullyQualifiedName().equals(field.owner());
  }

  /** The key whose absence {@code condition} tells, or null when it tells something else. */
  private @Nullable Expression lookedUp(Expression condition) {
    Expression bare = condition.unwrap();
    if (bare instanceof J.Unary not && not.getOperator() == J.Unary.Type.Not) {
      return keyOf(not.getExpression().unwrap(), "containsKey");
    }
    if (bare instanceof J.Binary comparison
        && comparison.getOperator() == J.Binary.Type.Equal
        && (FieldUses.isNull(comparison.getLeft()) || FieldUses.isNull(comparison.getRight()))) {
      boolean left = FieldUses.isNull(comparison.getRight());
      return keyOf((left ? comparison.getLeft() : comparison.getRight()).unwrap(), "get");
    }
    return null;
  }

  private @Nullable Expression keyOf(Expression expression, String name) {
    return expression instanceof J.MethodInvocation call && isOnField(call, name)
        ? call.getArguments().get(0)
        : null;
  }

  private J.@Nullable MethodInvocation onlyPut(Statement then) {
    List<Statement> statements =
        then instanceof J.Block block ? block.getStatements() : List.of(then);
    return statements.size() == 1
            && statements.get(0) instanceof J.MethodInvocation call
            && isOnField(call, "put")
        ? call
        : null;
  }

  private boolean isOnField(J.MethodInvocation call, String name) {
    if (!call.getSimpleName().equals(name) || call.getSelect() == null) {
      return false;
    }
    Expression on = call.getSelect().unwrap();
    return on instanceof J.FieldAccess access
        ? access.getTarget() instanceof J.Identifier target
            && target.getSimpleName().equals("this")
            && field.isNamedBy(access.getName())
        : on instanceof J.Identifier identifier && field.isNamedBy(identifier);
  }

  /** Whether both are the same name or constant: nothing that could differ when asked twice. */
  private static boolean isSame(Expression key, Expression other) {
    return isAtHand(key) && SemanticallyEqual.areEqual(key, other);
  }

  private static boolean isAtHand(Expression value) {
    return !FieldUses.isNull(value)
        && (value instanceof J.Literal || value instanceof J.Identifier);
  }

  /** Whether {@code value} is an object of java.lang or java.util, made without arguments. */
  private static boolean isMadeByTheJdk(Expression value) {
    JavaType.FullyQualified type = TypeUtils.asFullyQualified(value.getType());
    return value instanceof J.NewClass made
        && made.getBody() == null
        && made.getArguments().stream().allMatch(J.Empty.class::isInstance)
        && type != null
        && (type.getPackageName().equals("java.lang")
            || type.getPackageName().startsWith("java.util"));
  }

  private J computed(J.If check, J.MethodInvocation put, Expression value) {
    J.MethodInvocation call =
        JavaTemplate.builder(
                "#{any(java.util.Map)}.computeIfAbsent(#{any()}, " + PARAMETER + " -> #{any()})")
            .build()
            .apply(
                getCursor(),
                check.getCoordinates().replace(),
                Objects.requireNonNull(put.getSelect()),
                put.getArguments().get(0),
                value);
    return call.withPrefix(check.getPrefix());
  }

  private static J.MethodInvocation renamed(J.MethodInvocation put, String name) {
    JavaType.Method old = put.getMethodType();
    JavaType.Method type = old == null ? null : old.withName(name);
    return put.withName(put.getName().withSimpleName(name).withType(type)).withMethodType(type);
  }
}
