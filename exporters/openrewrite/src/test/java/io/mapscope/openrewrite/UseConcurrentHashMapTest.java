package io.mapscope.openrewrite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.openrewrite.java.Assertions.java;

import org.junit.jupiter.api.Test;
import org.openrewrite.test.RecipeSpec;
import org.openrewrite.test.RewriteTest;

final class UseConcurrentHashMapTest implements RewriteTest {

  @Override
  public void defaults(RecipeSpec spec) {
    spec.recipe(new UseConcurrentHashMap("com.acme.Routes.table"));
  }

  @Test
  void field_ofSynchronizedMap_becomesConcurrent() {
    rewriteRun(
        java(
            """
            package com.acme;

            import java.util.Collections;
            import java.util.HashMap;
            import java.util.Map;

            class Routes {
              private final Map<String, Integer> table = Collections.synchronizedMap(new HashMap<>(64));
              private final Map<String, Integer> other = new HashMap<>();

              Integer find(String key) {
                return other.isEmpty() ? this.table.get(key) : table.put(key, 1);
              }
            }
            """,
            """
            package com.acme;

            import java.util.HashMap;
            import java.util.Map;
            import java.util.concurrent.ConcurrentHashMap;

            class Routes {
              private final Map<String, Integer> table = new ConcurrentHashMap<>(64);
              private final Map<String, Integer> other = new HashMap<>();

              Integer find(String key) {
                return other.isEmpty() ? this.table.get(key) : table.put(key, 1);
              }
            }
            """));
  }

  @Test
  void field_declaredAsHashtable_changesItsDeclarationToo() {
    rewriteRun(
        java(
            """
            package com.acme;

            import java.util.Hashtable;

            class Routes {
              private Hashtable<String, Integer> table;

              Routes(boolean small) {
                table = small ? null : new Hashtable<>();
              }

              boolean has(Integer value) {
                return table != null && table.contains(value);
              }
            }
            """,
            """
            package com.acme;

            import java.util.concurrent.ConcurrentHashMap;

            class Routes {
              private ConcurrentHashMap<String, Integer> table;

              Routes(boolean small) {
                table = small ? null : new ConcurrentHashMap<>();
              }

              boolean has(Integer value) {
                return table != null && table.contains(value);
              }
            }
            """));
  }

  @Test
  void field_ofNestedClass_isMeantByItsBinaryName() {
    rewriteRun(
        spec -> spec.recipe(new UseConcurrentHashMap("com.acme.Routes$Inner.table")),
        java(
            """
            package com.acme;

            import java.util.HashMap;
            import java.util.Map;

            class Routes {
              private final Map<String, Integer> table = new HashMap<>();

              static class Inner {
                private final Map<String, Integer> table = new HashMap<>();
              }
            }
            """,
            """
            package com.acme;

            import java.util.HashMap;
            import java.util.Map;
            import java.util.concurrent.ConcurrentHashMap;

            class Routes {
              private final Map<String, Integer> table = new HashMap<>();

              static class Inner {
                private final Map<String, Integer> table = new ConcurrentHashMap<>();
              }
            }
            """));
  }

  @Test
  void field_lockedByItsUsers_isLeft() {
    left(
        "private final Map<String, String> table = Collections.synchronizedMap(new HashMap<>());",
        "void all() { synchronized (table) { table.clear(); } }",
        "it is locked with synchronized");
  }

  @Test
  void field_handedOn_isLeft() {
    left(
        "private final Map<String, String> table = new Hashtable<>();",
        "Map<String, String> all() { return table; }",
        "it is handed on, to where its class or its lock may matter");
  }

  @Test
  void field_givenNull_isLeft() {
    left(
        "private final Map<String, String> table = new HashMap<>();",
        "void none(String key) { table.put(key, null); }",
        "null is given to put");
  }

  @Test
  void field_thatOthersSee_isLeft() {
    left(
        "final Map<String, String> table = new HashMap<>();",
        "",
        "it is not private, so that other files may use it");
  }

  @Test
  void field_cloned_isLeft() {
    left(
        "private final Hashtable<String, String> table = new Hashtable<>();",
        "void twice() { table.clone(); }",
        "a method is called that ConcurrentHashMap does not have");
  }

  @Test
  void field_withOrder_isNoCaseAtAll() {
    rewriteRun(
        java(
            source(
                "private final Map<String, String> table = new LinkedHashMap<>();",
                "void all() { table.clear(); }")));
  }

  private void left(String field, String method, String reason) {
    rewriteRun(
        spec ->
            spec.dataTable(
                Left.Row.class,
                rows ->
                    assertThat(rows)
                        .extracting(Left.Row::what, Left.Row::reason)
                        .contains(tuple("com.acme.Routes.table", reason))),
        java(source(field, method)));
  }

  private static String source(String field, String method) {
    return """
        package com.acme;

        import java.util.*;

        class Routes {
          %s

          %s
        }
        """
        .formatted(field, method);
  }
}
