package io.mapscope.weaver.family;

import static io.mapscope.weaver.Allocations.nodesByAbsent;
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
import static io.mapscope.weaver.Weaves.OUTER_REMOVE_BY_BOOLEAN;
import static io.mapscope.weaver.Weaves.OUTER_TRAVERSAL;
import static io.mapscope.weaver.Weaves.PUT_BY_REFERENCE;
import static io.mapscope.weaver.Weaves.REMOVE_BY_BOOLEAN;
import static io.mapscope.weaver.Weaves.REMOVE_BY_REFERENCE;
import static io.mapscope.weaver.Weaves.TRAVERSAL;
import static io.mapscope.weaver.Weaves.WRITER;
import static io.mapscope.weaver.Weaves.count;
import static io.mapscope.weaver.Weaves.outer;
import static java.util.MapscopeOperation.CLEAR;
import static java.util.MapscopeOperation.PUT_ALL;
import static java.util.MapscopeOperation.REPLACE;
import static java.util.MapscopeOperation.SIZE;

import io.mapscope.weaver.ClassPlan;
import io.mapscope.weaver.MapFamily;
import java.util.List;

/**
 * WeakHashMap. Its size shrinks whenever the collector has cleared keys, so outcomes are told by
 * the returned value: a null value counts as absent.
 */
public final class WeakHashMapFamily {
  private WeakHashMapFamily() {}

  public static MapFamily family() {
    return new MapFamily(
        "WeakHashMap",
        List.of(
            map(),
            view("KeySet"),
            view("Values"),
            view("EntrySet"),
            spliterator(),
            FailFastParts.of("WeakHashMap$HashIterator"),
            FailFastParts.of("WeakHashMap$KeySpliterator"),
            FailFastParts.of("WeakHashMap$ValueSpliterator"),
            FailFastParts.of("WeakHashMap$EntrySpliterator")));
  }

  private static ClassPlan map() {
    return ClassPlan.of("java.util.WeakHashMap")
        .weave(redirectViewField(), "values")
        .weave(CREATED, "<init>")
        .weave(COPY_OF_ARGUMENT, "<init>(Ljava/util/Map;)V", "putAll")
        .weave(GET_BY_REFERENCE, "get")
        .weave(GET_BY_BOOLEAN, "containsKey")
        .weave(WRITER, "put/2", "putAll", "remove/1", "clear", "replaceAll")
        .weave(pauseInFunctions(), "*")
        .weave(noteModification(), "*")
        .weave(PUT_BY_REFERENCE, "put/2")
        .weave(quiet("size"), "<init>", "putAll")
        .weave(outer(PUT_ALL), "putAll")
        .weave(REMOVE_BY_REFERENCE, "remove/1")
        .weave(count(CLEAR), "clear")
        .weave(count(REPLACE), "replaceAll")
        .weave(outer(SIZE), "size", "isEmpty")
        .weave(WRITE_TIME, "put/2", "remove/1", "clear")
        .weave(nodesByAbsent("put"), "putAll")
        .weave(tables(), "resize")
        .weave(TRAVERSAL, "forEach", "containsValue");
  }

  /** Estimates by the size. */
  private static ClassPlan spliterator() {
    return ClassPlan.of("java.util.WeakHashMap$WeakHashMapSpliterator")
        .weave(quiet("size"), "getFence");
  }

  private static ClassPlan view(String name) {
    ClassPlan plan =
        ClassPlan.of("java.util.WeakHashMap$" + name)
            .weave(OUTER_TRAVERSAL, "iterator")
            .weave(TRAVERSAL, "spliterator");
    switch (name) {
      case "KeySet" -> plan.weave(OUTER_REMOVE_BY_BOOLEAN, "remove");
      case "EntrySet" ->
          plan.weave(GET_BY_BOOLEAN, "contains")
              .weave(WRITER, "remove")
              .weave(REMOVE_BY_BOOLEAN, "remove")
              .weave(COPY_OF_THIS, "toArray")
              .weave(OUTER_TRAVERSAL, "toArray");
      default -> {
        // All other methods of Values go by the iterator or the map.
      }
    }
    return plan;
  }
}
