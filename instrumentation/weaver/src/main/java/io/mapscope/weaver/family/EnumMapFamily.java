package io.mapscope.weaver.family;

import static io.mapscope.weaver.Calls.redirectViewField;
import static io.mapscope.weaver.Timings.WRITE_TIME;
import static io.mapscope.weaver.Weaves.COPY_OF_ARGUMENT;
import static io.mapscope.weaver.Weaves.COPY_OF_THIS;
import static io.mapscope.weaver.Weaves.CREATED;
import static io.mapscope.weaver.Weaves.GET_BY_BOOLEAN;
import static io.mapscope.weaver.Weaves.GET_BY_REFERENCE;
import static io.mapscope.weaver.Weaves.OUTER_TRAVERSAL;
import static io.mapscope.weaver.Weaves.PUT_BY_SIZE;
import static io.mapscope.weaver.Weaves.REMOVE_BY_BOOLEAN;
import static io.mapscope.weaver.Weaves.REMOVE_BY_SIZE;
import static io.mapscope.weaver.Weaves.RETURNED_CREATED;
import static io.mapscope.weaver.Weaves.TRAVERSAL;
import static io.mapscope.weaver.Weaves.WRITER;
import static io.mapscope.weaver.Weaves.count;
import static io.mapscope.weaver.Weaves.outer;
import static java.util.MapscopeOperation.CLEAR;
import static java.util.MapscopeOperation.PUT_ALL;
import static java.util.MapscopeOperation.REMOVE_HIT;
import static java.util.MapscopeOperation.SIZE;

import io.mapscope.weaver.ClassPlan;
import io.mapscope.weaver.MapFamily;
import java.util.List;

/** EnumMap. A null value found by {@code get} counts as absent. */
public final class EnumMapFamily {
  private EnumMapFamily() {}

  public static MapFamily family() {
    return new MapFamily(
        "EnumMap", List.of(map(), view("KeySet"), view("Values"), view("EntrySet"), iterator()));
  }

  private static ClassPlan map() {
    return ClassPlan.of("java.util.EnumMap")
        .weave(redirectViewField(), "values")
        .weave(CREATED, "<init>", "readObject")
        .weave(RETURNED_CREATED, "clone")
        .weave(
            COPY_OF_ARGUMENT, "<init>(Ljava/util/Map;)V", "<init>(Ljava/util/EnumMap;)V", "putAll")
        .weave(COPY_OF_THIS, "clone")
        .weave(OUTER_TRAVERSAL, "clone", "equals/1", "hashCode")
        .weave(GET_BY_REFERENCE, "get")
        .weave(GET_BY_BOOLEAN, "containsKey")
        .weave(WRITER, "put/2", "putAll", "remove/1", "clear")
        .weave(PUT_BY_SIZE, "put/2")
        .weave(outer(PUT_ALL), "putAll")
        .weave(REMOVE_BY_SIZE, "remove/1")
        .weave(count(CLEAR), "clear")
        .weave(WRITE_TIME, "put/2", "remove/1", "clear")
        .weave(count(SIZE), "size")
        .weave(TRAVERSAL, "containsValue");
  }

  private static ClassPlan view(String name) {
    ClassPlan plan =
        ClassPlan.of("java.util.EnumMap$" + name)
            .weave(count(SIZE), "size")
            .weave(TRAVERSAL, "iterator");
    switch (name) {
      case "Values" -> plan.weave(WRITER, "remove").weave(REMOVE_BY_BOOLEAN, "remove");
      case "EntrySet" ->
          plan.weave(GET_BY_BOOLEAN, "contains")
              .weave(WRITER, "remove")
              .weave(REMOVE_BY_BOOLEAN, "remove")
              .weave(COPY_OF_THIS, "toArray")
              .weave(OUTER_TRAVERSAL, "toArray");
      default -> {
        // KeySet removes by the map.
      }
    }
    return plan;
  }

  private static ClassPlan iterator() {
    return ClassPlan.of("java.util.EnumMap$EnumMapIterator")
        .weave(WRITER, "remove")
        .weave(count(REMOVE_HIT), "remove");
  }
}
