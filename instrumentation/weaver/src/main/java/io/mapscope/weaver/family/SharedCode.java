package io.mapscope.weaver.family;

import static io.mapscope.weaver.Allocations.nodesByAbsent;
import static io.mapscope.weaver.Calls.quiet;
import static io.mapscope.weaver.Calls.redirectViewField;
import static io.mapscope.weaver.Timings.COMPUTE_TIME;
import static io.mapscope.weaver.Timings.WRITE_TIME;
import static io.mapscope.weaver.Timings.functions;
import static io.mapscope.weaver.Weaves.COMPUTE_IF_ABSENT;
import static io.mapscope.weaver.Weaves.COPY_OF_ARGUMENT;
import static io.mapscope.weaver.Weaves.COPY_OF_THIS;
import static io.mapscope.weaver.Weaves.OUTER_COMPUTE_IF_ABSENT;
import static io.mapscope.weaver.Weaves.OUTER_TRAVERSAL;
import static io.mapscope.weaver.Weaves.PUT_BY_REFERENCE;
import static io.mapscope.weaver.Weaves.REMOVE_BY_BOOLEAN;
import static io.mapscope.weaver.Weaves.STREAM_COLLECTED;
import static io.mapscope.weaver.Weaves.STREAM_TO_ARRAY;
import static io.mapscope.weaver.Weaves.WRAPPER_CREATED;
import static io.mapscope.weaver.Weaves.WRAP_FUNCTION;
import static io.mapscope.weaver.Weaves.count;
import static io.mapscope.weaver.Weaves.outer;
import static java.util.MapscopeOperation.COMPUTE;
import static java.util.MapscopeOperation.MERGE;
import static java.util.MapscopeOperation.PUT_ALL;
import static java.util.MapscopeOperation.REPLACE;

import io.mapscope.weaver.ClassPlan;
import io.mapscope.weaver.MapFamily;
import java.util.List;

/** What several families inherit or are wrapped in: default methods, skeletons, wrappers. */
public final class SharedCode {
  private SharedCode() {}

  public static MapFamily family() {
    return new MapFamily(
        "shared",
        List.of(
            mapDefaults(),
            concurrentMapDefaults(),
            abstractMap(),
            abstractCollection(),
            spliterators(),
            stream(),
            primitiveStream("Int"),
            primitiveStream("Long"),
            primitiveStream("Double"),
            wrapper("SynchronizedMap"),
            wrapper("CheckedMap"),
            wrapper("SetFromMap")));
  }

  /**
   * Built from {@code get}, {@code put} and {@code remove} of the map, and one operation for the
   * user. {@code getOrDefault} is counted by its {@code get}.
   */
  private static ClassPlan mapDefaults() {
    return ClassPlan.of("java.util.Map")
        .weave(quiet("containsKey"), "getOrDefault")
        .weave(
            quiet("get", "put", "remove", "containsKey"),
            "putIfAbsent",
            "remove/2",
            "replace/2",
            "replace/3",
            "computeIfAbsent",
            "computeIfPresent",
            "compute",
            "merge")
        .weave(PUT_BY_REFERENCE, "putIfAbsent")
        .weave(REMOVE_BY_BOOLEAN, "remove/2")
        .weave(count(REPLACE), "replace/2", "replace/3")
        .weave(COMPUTE_IF_ABSENT, "computeIfAbsent")
        .weave(count(COMPUTE), "computeIfPresent", "compute")
        .weave(count(MERGE), "merge")
        .weave(functions(), "computeIfAbsent", "compute", "computeIfPresent", "merge")
        .weave(COMPUTE_TIME, "computeIfAbsent", "compute", "computeIfPresent", "merge")
        .weave(WRITE_TIME, "putIfAbsent", "remove/2", "replace/2", "replace/3")
        .weave(nodesByAbsent("put"), "computeIfAbsent", "compute", "merge");
  }

  /** Built from other operations of the map; {@code getOrDefault} is a {@code get}. */
  private static ClassPlan concurrentMapDefaults() {
    return ClassPlan.of("java.util.concurrent.ConcurrentMap")
        .weave(OUTER_COMPUTE_IF_ABSENT, "computeIfAbsent")
        .weave(WRAP_FUNCTION, "computeIfAbsent")
        .weave(outer(COMPUTE), "computeIfPresent", "compute")
        .weave(outer(MERGE), "merge")
        .weave(outer(REPLACE), "replaceAll");
  }

  private static ClassPlan abstractMap() {
    return ClassPlan.of("java.util.AbstractMap")
        .weave(redirectViewField(), "values")
        .weave(quiet("size"), "equals")
        .weave(COPY_OF_ARGUMENT, "putAll")
        .weave(outer(PUT_ALL), "putAll")
        .weave(nodesByAbsent("put"), "putAll")
        .weave(OUTER_TRAVERSAL, "equals");
  }

  /** Entry sets inherit it: it asks for the size before it iterates. */
  private static ClassPlan abstractCollection() {
    return ClassPlan.of("java.util.AbstractCollection")
        .weave(COPY_OF_THIS, "toArray")
        .weave(OUTER_TRAVERSAL, "toArray");
  }

  /** The default spliterator asks for an iterator, which is counted, and for the size. */
  private static ClassPlan spliterators() {
    return ClassPlan.of("java.util.Spliterators$IteratorSpliterator")
        .weave(quiet("size"), "trySplit", "forEachRemaining", "tryAdvance", "estimateSize");
  }

  /** {@code toList} calls {@code toArray}; sums and averages of numbers collect nothing. */
  private static ClassPlan stream() {
    return ClassPlan.of("java.util.stream.ReferencePipeline")
        .weave(STREAM_COLLECTED, "collect")
        .weave(STREAM_TO_ARRAY, "toArray/1");
  }

  private static ClassPlan primitiveStream(String type) {
    return ClassPlan.of("java.util.stream." + type + "Pipeline").weave(STREAM_TO_ARRAY, "toArray");
  }

  /** Delegates each operation to the map inside, where it is counted. */
  private static ClassPlan wrapper(String name) {
    ClassPlan plan = ClassPlan.of("java.util.Collections$" + name);
    plan.weave(WRAPPER_CREATED, "<init>");
    if (name.equals("CheckedMap")) {
      plan.weave(outer(PUT_ALL), "putAll");
    }
    return plan;
  }
}
