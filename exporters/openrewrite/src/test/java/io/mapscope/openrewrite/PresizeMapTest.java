package io.mapscope.openrewrite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openrewrite.java.Assertions.java;

import org.junit.jupiter.api.Test;
import org.openrewrite.test.RecipeSpec;
import org.openrewrite.test.RewriteTest;

final class PresizeMapTest implements RewriteTest {

  @Override
  public void defaults(RecipeSpec spec) {
    spec.recipe(new PresizeMap("com.acme.Rows", "row", "java.util.HashMap", 512));
  }

  @Test
  void map_madeWithoutSize_getsIt() {
    rewriteRun(
        java(
            source("return new HashMap<>();", "return new HashMap<>();"),
            source("return new HashMap<>(512);", "return new HashMap<>();")));
  }

  @Test
  void map_thatHasASize_keepsIt() {
    rewriteRun(java(source("return new HashMap<>(7);", "return new HashMap<>();")));
  }

  @Test
  void map_madeInALambda_isAnothersMap() {
    rewriteRun(
        java(
            source(
                "Supplier<Map<String, String>> later = () -> new HashMap<>(); return later.get();",
                "return null;")));
  }

  @Test
  void maps_madeByOneMethod_areLeft() {
    rewriteRun(
        spec ->
            spec.dataTable(
                Left.Row.class,
                rows ->
                    assertThat(rows)
                        .extracting(Left.Row::reason)
                        .contains("it makes 2 maps of that class without a size")),
        java(
            source(
                "Map<String, String> one = new HashMap<>(); return new HashMap<>(one.isEmpty() ? new"
                    + " HashMap<>() : one);",
                "return null;")));
  }

  private static String source(String row, String other) {
    return """
        package com.acme;

        import java.util.HashMap;
        import java.util.Map;
        import java.util.function.Supplier;

        class Rows {
          Map<String, String> row() {
            %s
          }

          Map<String, String> other() {
            %s
          }
        }
        """
        .formatted(row, other);
  }
}
