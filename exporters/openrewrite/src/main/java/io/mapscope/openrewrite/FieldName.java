package io.mapscope.openrewrite;

import org.jspecify.annotations.Nullable;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JavaType;
import org.openrewrite.java.tree.TypeUtils;

/**
 * A field as reports name it.
 *
 * @param owner binary name of its class, {@code com.acme.Routes$Table}
 * @param name its simple name
 */
record FieldName(String owner, String name) {

  /**
   * The field {@code com.acme.Routes.table}.
   *
   * @throws IllegalArgumentException when {@code text} names no class
   */
  static FieldName of(String text) {
    int dot = text.lastIndexOf('.');
    if (dot <= 0 || dot == text.length() - 1) {
      throw new IllegalArgumentException(
          "expected a field with its class, such as com.acme.Routes.table, but got \""
              + text
              + "\"");
    }
    return new FieldName(text.substring(0, dot), text.substring(dot + 1));
  }

  boolean isNamedBy(J.Identifier identifier) {
    return identifier.getSimpleName().equals(name) && isOf(identifier.getFieldType());
  }

  private boolean isOf(JavaType.@Nullable Variable variable) {
    JavaType.FullyQualified type =
        variable == null ? null : TypeUtils.asFullyQualified(variable.getOwner());
    return type != null && type.getFullyQualifiedName().equals(owner);
  }

  @Override
  public String toString() {
    return owner + "." + name;
  }
}
