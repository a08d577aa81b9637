package io.mapscope.openrewrite;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.openrewrite.ExecutionContext;
import org.openrewrite.Option;
import org.openrewrite.Recipe;
import org.openrewrite.Tree;
import org.openrewrite.TreeVisitor;
import org.openrewrite.java.JavaIsoVisitor;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JavaType;
import org.openrewrite.java.tree.Space;
import org.openrewrite.java.tree.TypeUtils;
import org.openrewrite.marker.Markers;

/**
 * Gives the one map that a method makes without a size its initial capacity.
 *
 * <p>A method that makes several maps of the class is left as it is: which of them was meant is not
 * in a name. Maps made in lambdas and nested classes within it are other methods' maps.
 */
public final class PresizeMap extends Recipe {

  @Option(
      displayName = "Class",
      description = "Binary name of the class whose method makes the map.",
      example = "com.acme.RowMapper")
  private final String className;

  @Option(displayName = "Method", description = "The method that makes the map.", example = "row")
  private final String method;

  @Option(
      displayName = "Class of the map",
      description = "The class that is made.",
      example = "java.util.HashMap")
  private final String mapClass;

  @Option(
      displayName = "Initial capacity",
      description = "The argument for its constructor.",
      example = "512")
  private final int initialCapacity;

  private final transient Left left = new Left(this);

  /** For the {@code mapClass} that {@code method} of {@code className} makes. */
  @JsonCreator
  public PresizeMap(
      @JsonProperty("className") String className,
      @JsonProperty("method") String method,
      @JsonProperty("mapClass") String mapClass,
      @JsonProperty("initialCapacity") int initialCapacity) {
    this.className = className;
    this.method = method;
    this.mapClass = mapClass;
    this.initialCapacity = initialCapacity;
  }

  public String getClassName() {
    return className;
  }

  public String getMethod() {
    return method;
  }

  public String getMapClass() {
    return mapClass;
  }

  public int getInitialCapacity() {
    return initialCapacity;
  }

  @Override
  public String getDisplayName() {
    return "Give one map its initial capacity";
  }

  @Override
  public String getDescription() {
    return "The one map that a method makes without a size is made as large as it will be.";
  }

  @Override
  public TreeVisitor<?, ExecutionContext> getVisitor() {
    return new JavaIsoVisitor<>() {
      @Override
      public J.CompilationUnit visitCompilationUnit(J.CompilationUnit file, ExecutionContext ctx) {
        List<UUID> unsized = new ArrayList<>();
        new Unsized(unsized).visit(file, ctx);
        if (unsized.size() > 1) {
          left.insertRow(
              ctx,
              new Left.Row(
                  file.getSourcePath().toString(),
                  className + "." + method,
                  "it makes " + unsized.size() + " maps of that class without a size"));
        }
        return unsized.size() == 1
            ? (J.CompilationUnit) new Sized(unsized.get(0)).visitNonNull(file, ctx)
            : file;
      }
    };
  }

  /** Gathers the maps that the method makes without a size. */
  private final class Unsized extends JavaIsoVisitor<ExecutionContext> {
    private final List<UUID> found;

    Unsized(List<UUID> found) {
      this.found = found;
    }

    @Override
    public J.NewClass visitNewClass(J.NewClass made, ExecutionContext ctx) {
      if (TypeUtils.isOfClassType(made.getType(), mapClass)
          && made.getBody() == null
          && made.getArguments().stream().allMatch(J.Empty.class::isInstance)
          && isInMethod()) {
        found.add(made.getId());
      }
      return super.visitNewClass(made, ctx);
    }

    private boolean isInMethod() {
      Object around =
          getCursor()
              .dropParentUntil(
                  value ->
                      value instanceof J.MethodDeclaration
                          || value instanceof J.Lambda
                          || value instanceof J.ClassDeclaration
                          || value instanceof J.CompilationUnit)
              .getValue();
      JavaType.Method type =
          around instanceof J.MethodDeclaration declaration ? declaration.getMethodType() : null;
      return type != null
          && type.getName().equals(method)
          && type.getDeclaringType().getFullyQualifiedName().equals(className);
    }
  }

  /** Gives one of them its size. */
  private final class Sized extends JavaIsoVisitor<ExecutionContext> {
    private final UUID creation;

    Sized(UUID creation) {
      this.creation = creation;
    }

    @Override
    public J.NewClass visitNewClass(J.NewClass made, ExecutionContext ctx) {
      return made.getId().equals(creation)
          ? made.withArguments(List.of(number()))
          : super.visitNewClass(made, ctx);
    }

    private J.Literal number() {
      return new J.Literal(
          Tree.randomId(),
          Space.EMPTY,
          Markers.EMPTY,
          initialCapacity,
          String.valueOf(initialCapacity),
          null,
          JavaType.Primitive.Int);
    }
  }
}
