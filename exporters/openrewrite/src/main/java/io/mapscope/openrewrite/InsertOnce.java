package io.mapscope.openrewrite;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.openrewrite.ExecutionContext;
import org.openrewrite.Option;
import org.openrewrite.Recipe;
import org.openrewrite.TreeVisitor;
import org.openrewrite.java.JavaIsoVisitor;
import org.openrewrite.java.tree.J;

/**
 * Makes one step of a look-up and a put of the same key in one method: {@code putIfAbsent} for a
 * value that is at hand, {@code computeIfAbsent} for one that a constructor of the JDK makes.
 *
 * <p>Two forms are known: {@code if (!map.containsKey(key)) map.put(key, value)} and the same with
 * {@code map.get(key) == null}. A value made by code of the program's own is left: when and how
 * often that runs is the program's business.
 */
public final class InsertOnce extends Recipe {

  @Option(
      displayName = "Field",
      description = "The field of the map, with its class.",
      example = "com.acme.Routes.table")
  private final String field;

  @Option(
      displayName = "Method",
      description = "The method of the field's class in which both steps are.",
      example = "route")
  private final String method;

  private final transient Left left = new Left(this);

  /** For {@code method} of the class of {@code field}. */
  @JsonCreator
  public InsertOnce(@JsonProperty("field") String field, @JsonProperty("method") String method) {
    this.field = field;
    this.method = method;
  }

  public String getField() {
    return field;
  }

  public String getMethod() {
    return method;
  }

  @Override
  public String getDisplayName() {
    return "Insert into one map in one step";
  }

  @Override
  public String getDescription() {
    return "A look-up and a `put` of the same key become one `putIfAbsent` or `computeIfAbsent`.";
  }

  @Override
  public TreeVisitor<?, ExecutionContext> getVisitor() {
    FieldName name = FieldName.of(field);
    return new JavaIsoVisitor<>() {
      @Override
      public J.CompilationUnit visitCompilationUnit(J.CompilationUnit file, ExecutionContext ctx) {
        if (FieldUses.in(file, name).declaration() == null) {
          return file;
        }
        ToOneStep step = new ToOneStep(name, method);
        J.CompilationUnit changed = (J.CompilationUnit) step.visitNonNull(file, ctx);
        if (changed == file && !step.foundOneStep()) {
          left.insertRow(
              ctx,
              new Left.Row(
                  file.getSourcePath().toString(),
                  field + " in " + method,
                  "the look-up and the put are of no form that is known to be safe to change"));
        }
        return changed;
      }
    };
  }
}
