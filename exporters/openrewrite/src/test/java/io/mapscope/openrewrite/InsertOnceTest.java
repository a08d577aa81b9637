package io.mapscope.openrewrite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openrewrite.java.Assertions.java;

import org.junit.jupiter.api.Test;
import org.openrewrite.test.RecipeSpec;
import org.openrewrite.test.RewriteTest;

final class InsertOnceTest implements RewriteTest {

  @Override
  public void defaults(RecipeSpec spec) {
    spec.recipe(new InsertOnce("com.acme.Routes.table", "route"));
  }

  @Test
  void containsKeyThenPut_ofNewObject_becomesComputeIfAbsent() {
    changes(
        "if (!table.containsKey(key)) {\n      table.put(key, new Object());\n    }",
        "table.computeIfAbsent(key, absentKey -> new Object());");
  }

  @Test
  void getThenPut_ofValueAtHand_becomesPutIfAbsent() {
    changes(
        "if (null == this.table.get(key)) this.table.put(key, value);",
        "this.table.putIfAbsent(key, value);");
  }

  @Test
  void value_madeByTheProgram_isLeft() {
    left("if (!table.containsKey(key)) table.put(key, make(key));");
  }

  @Test
  void key_thatMayDiffer_isLeft() {
    left("if (!table.containsKey(key)) table.put(key + value, value);");
  }

  @Test
  void elseBranch_isLeft() {
    left("if (!table.containsKey(key)) table.put(key, value); else table.remove(key);");
  }

  @Test
  void otherMethod_isNotTouched() {
    rewriteRun(
        spec -> spec.recipe(new InsertOnce("com.acme.Routes.table", "other")),
        java(source("if (!table.containsKey(key)) table.put(key, value);")));
  }

  private void changes(String before, String after) {
    rewriteRun(java(source(before), source(after)));
  }

  private void left(String statement) {
    rewriteRun(
        spec ->
            spec.dataTable(
                Left.Row.class,
                rows ->
                    assertThat(rows)
                        .extracting(Left.Row::what)
                        .contains("com.acme.Routes.table in route")),
        java(source(statement)));
  }

  private static String source(String statement) {
    return """
        package com.acme;

        import java.util.concurrent.ConcurrentHashMap;
        import java.util.concurrent.ConcurrentMap;

        class Routes {
          private final ConcurrentMap<String, Object> table = new ConcurrentHashMap<>();

          void route(String key, Object value) {
            %s
          }

          Object make(String key) {
            return key;
          }
        }
        """
        .formatted(statement);
  }
}
