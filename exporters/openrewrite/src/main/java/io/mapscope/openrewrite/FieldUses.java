package io.mapscope.openrewrite;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openrewrite.Cursor;
import org.openrewrite.java.JavaIsoVisitor;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JavaType;

/**
 * What one source file does with a field: its declaration, the values it is given, the calls on it,
 * and the first thing that forbids to give it a value of another class.
 *
 * <p>A private field is known completely: nothing outside of its file can name it.
 */
final class FieldUses {

  private final List<Expression> values = new ArrayList<>();
  private final List<J.MethodInvocation> calls = new ArrayList<>();
  private J.@Nullable VariableDeclarations declaration;
  private @Nullable String obstacle;

  private FieldUses() {}

  /** The uses of {@code field} in {@code file}. */
  static FieldUses in(J.CompilationUnit file, FieldName field) {
    FieldUses uses = new FieldUses();
    new Search(field, uses).visit(file, 0);
    return uses;
  }

  /** The declaration, or null when the field is not declared in this file. */
  J.@Nullable VariableDeclarations declaration() {
    return declaration;
  }

  /** All values assigned, each branch of a conditional for itself. */
  List<Expression> values() {
    return values;
  }

  /** All calls of a method of the field's value. */
  List<J.MethodInvocation> calls() {
    return calls;
  }

  /** Why the class of its value must not change, or null when nothing here forbids it. */
  @Nullable String obstacle() {
    return obstacle;
  }

  private void forbid(String reason) {
    if (obstacle == null) {
      obstacle = reason;
    }
  }

  private void addValue(@Nullable Expression value) {
    Expression bare = value == null ? null : value.unwrap();
    if (bare instanceof J.Ternary either) {
      addValue(either.getTruePart());
      addValue(either.getFalsePart());
    } else if (bare != null) {
      values.add(bare);
    }
  }

  /** Finds the field's identifiers and looks at what stands around each. */
  private static final class Search extends JavaIsoVisitor<Integer> {
    private final FieldName field;
    private final FieldUses uses;

    Search(FieldName field, FieldUses uses) {
      this.field = field;
      this.uses = uses;
    }

    @Override
    public J.Identifier visitIdentifier(J.Identifier identifier, Integer unused) {
      if (field.isNamedBy(identifier)) {
        Cursor use = getCursor();
        Cursor around = use.getParentTreeCursor();
        while (around.getValue() instanceof J.FieldAccess
            || around.getValue() instanceof J.Parentheses) {
          use = around;
          around = use.getParentTreeCursor();
        }
        look(use.getValue(), around);
      }
      return identifier;
    }

    private void look(J use, Cursor around) {
      UUID id = use.getId();
      J place = around.getValue();
      if (place instanceof J.VariableDeclarations.NamedVariable variable
          && variable.getName().getId().equals(id)) {
        declared(variable, around.getParentTreeCursor().getValue());
      } else if (place instanceof J.Assignment assignment
          && assignment.getVariable().getId().equals(id)) {
        uses.addValue(assignment.getAssignment());
        if (!(around.getParentTreeCursor().getValue() instanceof J.Block)) {
          uses.forbid("the value of an assignment to it is used");
        }
      } else if (place instanceof J.MethodInvocation call
          && call.getSelect() != null
          && call.getSelect().getId().equals(id)) {
        called(call);
      } else if (!isComparisonWithNull(place)) {
        uses.forbid(
            place instanceof J.ControlParentheses
                    && around.getParentTreeCursor().getValue() instanceof J.Synchronized
                ? "it is locked with synchronized"
                : "it is handed on, to where its class or its lock may matter");
      }
    }

    private void declared(J.VariableDeclarations.NamedVariable variable, J declaration) {
      if (!(declaration instanceof J.VariableDeclarations whole)) {
        return;
      }
      uses.declaration = whole;
      uses.addValue(variable.getInitializer());
      if (!whole.hasModifier(J.Modifier.Type.Private)) {
        uses.forbid("it is not private, so that other files may use it");
      } else if (whole.getVariables().size() != 1) {
        uses.forbid("it is declared together with other fields");
      }
    }

    private void called(J.MethodInvocation call) {
      uses.calls.add(call);
      if (call.getArguments().stream().anyMatch(FieldUses::isNull)) {
        uses.forbid("null is given to " + call.getSimpleName());
      }
    }

    private static boolean isComparisonWithNull(J place) {
      return place instanceof J.Binary comparison
          && (isNull(comparison.getLeft()) || isNull(comparison.getRight()));
    }
  }

  /** Whether {@code expression} is the literal null. */
  static boolean isNull(Expression expression) {
    return expression instanceof J.Literal literal && literal.getType() == JavaType.Primitive.Null;
  }
}
