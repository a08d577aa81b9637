package io.mapscope.openrewrite;

import java.util.HashSet;
import java.util.Set;
import org.openrewrite.ExecutionContext;
import org.openrewrite.java.JavaIsoVisitor;
import org.openrewrite.java.RemoveImport;
import org.openrewrite.java.tree.J;

/**
 * Imports that nobody names any more. OpenRewrite's own removal also goes by the types of fields
 * and variables, which still are those of before.
 */
final class Imports {

  private Imports() {}

  /**
   * {@code file} without the imports of those {@code classes} whose simple names it has no use for.
   */
  static J.CompilationUnit withoutUnused(
      J.CompilationUnit file, Set<String> classes, ExecutionContext ctx) {
    Set<String> names = new HashSet<>();
    new Names(names).visit(file, ctx);
    J.CompilationUnit result = file;
    for (String imported : classes) {
      if (!names.contains(imported.substring(imported.lastIndexOf('.') + 1))) {
        result =
            (J.CompilationUnit)
                new RemoveImport<ExecutionContext>(imported, true).visitNonNull(result, ctx);
      }
    }
    return result;
  }

  /** Gathers all simple names outside of imports. */
  private static final class Names extends JavaIsoVisitor<ExecutionContext> {
    private final Set<String> names;

    Names(Set<String> names) {
      this.names = names;
    }

    @Override
    public J.Import visitImport(J.Import imported, ExecutionContext ctx) {
      return imported;
    }

    @Override
    public J.Identifier visitIdentifier(J.Identifier identifier, ExecutionContext ctx) {
      names.add(identifier.getSimpleName());
      return identifier;
    }
  }
}
