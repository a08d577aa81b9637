package io.mapscope.weaver.family;

import static io.mapscope.weaver.Allocations.tables;
import static io.mapscope.weaver.Calls.quiet;
import static io.mapscope.weaver.Calls.redirectViewField;
import static io.mapscope.weaver.FailFast.noteModification;
import static io.mapscope.weaver.FailFast.pauseInFunctions;
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
import static java.util.MapscopeOperation.REPLACE;
import static java.util.MapscopeOperation.SIZE;

import io.mapscope.weaver.ClassPlan;
import io.mapscope.weaver.MapFamily;
import java.util.List;

/** IdentityHashMap. A null value found by {@code get} counts as absent. */
public final class IdentityHashMapFamily {
  private IdentityHashMapFamily() {}

  public static MapFamily family() {
    return new MapFamily(
        "IdentityHashMap",
        List.of(
            map(),
            view("KeySet"),
            view("Values"),
            view("EntrySet"),
            iterator(),
            FailFastParts.of("IdentityHashMap$KeySpliterator"),
            FailFastParts.of("IdentityHashMap$ValueSpliterator"),
            FailFastParts.of("IdentityHashMap$EntrySpliterator")));
  }

  private static ClassPlan map() {
    return ClassPlan.of("java.util.IdentityHashMap")
        .weave(redirectViewField(), "values")
        .weave(CREATED, "<init>", "readObject")
        .weave(RETURNED_CREATED, "clone")
        .weave(COPY_OF_ARGUMENT, "<init>(Ljava/util/Map;)V", "putAll")
        .weave(COPY_OF_THIS, "clone")
        .weave(OUTER_TRAVERSAL, "clone", "equals")
        .weave(GET_BY_REFERENCE, "get")
        .weave(GET_BY_BOOLEAN, "containsKey")
        .weave(
            WRITER, "put/2", "putAll", "remove/1", "remove/2?", "replace/3?", "clear", "replaceAll")
        .weave(pauseInFunctions(), "*")
        .weave(noteModification(), "*")
        .weave(PUT_BY_SIZE, "put/2")
        .weave(quiet("size"), "<init>", "putAll")
        .weave(outer(PUT_ALL), "putAll")
        .weave(REMOVE_BY_SIZE, "remove/1")
        .weave(REMOVE_BY_BOOLEAN, "remove/2?")
        .weave(count(REPLACE), "replace/3?", "replaceAll")
        .weave(count(CLEAR), "clear")
        .weave(tables(), "resize")
        .weave(WRITE_TIME, "put/2", "remove/1", "clear")
        .weave(count(SIZE), "size", "isEmpty")
        .weave(TRAVERSAL, "forEach", "containsValue", "hashCode", "writeObject");
  }

  private static ClassPlan view(String name) {
    ClassPlan plan =
        ClassPlan.of("java.util.IdentityHashMap$" + name)
            .weave(count(SIZE), "size")
            .weave(TRAVERSAL, "iterator", "spliterator")
            .weave(COPY_OF_THIS, "toArray/1")
            .weave(OUTER_TRAVERSAL, "toArray/1");
    if (name.equals("EntrySet")) {
      plan.weave(GET_BY_BOOLEAN, "contains")
          .weave(WRITER, "remove")
          .weave(REMOVE_BY_BOOLEAN, "remove");
    }
    return plan;
  }

  private static ClassPlan iterator() {
    return ClassPlan.of("java.util.IdentityHashMap$IdentityHashMapIterator")
        .weave(noteModification(), "*")
        .weave(WRITER, "remove")
        .weave(outer(REMOVE_HIT), "remove");
  }
}
