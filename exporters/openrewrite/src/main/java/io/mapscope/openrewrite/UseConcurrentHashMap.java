package io.mapscope.openrewrite;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openrewrite.ExecutionContext;
import org.openrewrite.Option;
import org.openrewrite.Recipe;
import org.openrewrite.TreeVisitor;
import org.openrewrite.java.JavaIsoVisitor;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;

/**
 * Gives one private field a ConcurrentHashMap where it gets a Hashtable, a HashMap or a
 * synchronizedMap around one.
 *
 * <p>Nothing is changed unless the file shows that nobody can tell the difference by the class or
 * by the lock: the field is private, it is not locked, not handed on and not given null, and its
 * declared type fits. What was seen at run time (nulls, locks of callers) is known to whoever wrote
 * the recipe's file.
 */
public final class UseConcurrentHashMap extends Recipe {

  @Option(
      displayName = "Field",
      description = "The field with its class.",
      example = "com.acme.Routes.table")
  private final String field;

  private final transient Left left = new Left(this);

  /** For {@code field}, such as {@code com.acme.Routes.table}. */
  @JsonCreator
  public UseConcurrentHashMap(@JsonProperty("field") String field) {
    this.field = field;
  }

  public String getField() {
    return field;
  }

  @Override
  public String getDisplayName() {
    return "Make the map in one field a `ConcurrentHashMap`";
  }

  @Override
  public String getDescription() {
    return "A private field that gets a `Hashtable`, a `HashMap` or a `synchronizedMap` around one"
        + " gets a `ConcurrentHashMap`, unless its file shows that somebody relies on the class or"
        + " the lock.";
  }

  @Override
  public TreeVisitor<?, ExecutionContext> getVisitor() {
    FieldName name = FieldName.of(field);
    return new JavaIsoVisitor<>() {
      @Override
      public J.CompilationUnit visitCompilationUnit(J.CompilationUnit file, ExecutionContext ctx) {
        FieldUses uses = FieldUses.in(file, name);
        J.VariableDeclarations declaration = uses.declaration();
        Set<UUID> replaced = replaceable(uses.values());
        if (declaration == null || replaced.isEmpty()) {
          return file;
        }
        String reason = obstacle(uses, declaration);
        if (reason != null) {
          left.insertRow(ctx, new Left.Row(file.getSourcePath().toString(), field, reason));
          return file;
        }
        return Imports.withoutUnused(
            (J.CompilationUnit)
                new ToConcurrentHashMap(declaration.getId(), replaced).visitNonNull(file, ctx),
            DeclaredType.CHANGED,
            ctx);
      }
    };
  }

  private static Set<UUID> replaceable(List<Expression> values) {
    return values.stream()
        .filter(PlainCreation::isReplaceable)
        .map(Expression::getId)
        .collect(Collectors.toSet());
  }

  private static @Nullable String obstacle(FieldUses uses, J.VariableDeclarations declaration) {
    return uses.obstacle() != null ? uses.obstacle() : DeclaredType.obstacle(uses, declaration);
  }
}
