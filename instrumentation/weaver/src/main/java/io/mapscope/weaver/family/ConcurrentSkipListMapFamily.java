package io.mapscope.weaver.family;

import static io.mapscope.weaver.Allocations.nodesByAbsent;
import static io.mapscope.weaver.Allocations.otherNodesBy;
import static io.mapscope.weaver.Calls.countReadAfter;
import static io.mapscope.weaver.ContentionWeaves.lostSwaps;
import static io.mapscope.weaver.Timings.COMPUTE_TIME;
import static io.mapscope.weaver.Timings.WRITE_TIME;
import static io.mapscope.weaver.Timings.functions;
import static io.mapscope.weaver.Weaves.COMPUTE_IF_ABSENT;
import static io.mapscope.weaver.Weaves.CONTAINS_IN_KEY_SET;
import static io.mapscope.weaver.Weaves.COPY_OF_ARGUMENT;
import static io.mapscope.weaver.Weaves.COPY_OF_THIS;
import static io.mapscope.weaver.Weaves.CREATED;
import static io.mapscope.weaver.Weaves.OUTER_GET_BY_BOOLEAN;
import static io.mapscope.weaver.Weaves.OUTER_GET_BY_REFERENCE;
import static io.mapscope.weaver.Weaves.OUTER_REMOVE_BY_REFERENCE;
import static io.mapscope.weaver.Weaves.OUTER_TRAVERSAL;
import static io.mapscope.weaver.Weaves.PUT_IF_ABSENT_IN_KEY_SET;
import static io.mapscope.weaver.Weaves.PUT_IN_KEY_SET;
import static io.mapscope.weaver.Weaves.READ_IN_KEY_SET;
import static io.mapscope.weaver.Weaves.REMOVE_BY_BOOLEAN;
import static io.mapscope.weaver.Weaves.REMOVE_BY_REFERENCE;
import static io.mapscope.weaver.Weaves.RETURNED_CREATED;
import static io.mapscope.weaver.Weaves.SIZE_IN_KEY_SET;
import static io.mapscope.weaver.Weaves.SPLITERATOR_MADE;
import static io.mapscope.weaver.Weaves.TRAVERSAL;
import static io.mapscope.weaver.Weaves.TRAVERSED;
import static io.mapscope.weaver.Weaves.count;
import static io.mapscope.weaver.Weaves.countOfKey;
import static io.mapscope.weaver.Weaves.hasNext;
import static io.mapscope.weaver.Weaves.outer;
import static java.util.MapscopeFamilies.CONCURRENT_SKIP_LIST_MAP;
import static java.util.MapscopeOperation.CLEAR;
import static java.util.MapscopeOperation.COMPUTE;
import static java.util.MapscopeOperation.MERGE;
import static java.util.MapscopeOperation.ORDERED;
import static java.util.MapscopeOperation.REPLACE;
import static java.util.MapscopeOperation.SIZE;

import io.mapscope.weaver.ClassPlan;
import io.mapscope.weaver.MapFamily;
import java.util.List;

/**
 * ConcurrentSkipListMap, its set and its ranges. Taking a range or a descending view is an ordered
 * operation, and so is polling.
 */
public final class ConcurrentSkipListMapFamily {
  private ConcurrentSkipListMapFamily() {}

  public static MapFamily family() {
    return new MapFamily(
        "ConcurrentSkipListMap",
        List.of(
            map(), set(), view("KeySet"), view("Values"), view("EntrySet"), iterator(), subMap()));
  }

  private static ClassPlan map() {
    return ClassPlan.of("java.util.concurrent.ConcurrentSkipListMap")
        .weave(CREATED, "<init>", "readObject")
        .weave(RETURNED_CREATED, "clone")
        .weave(COPY_OF_ARGUMENT, "<init>(Ljava/util/Map;)V", "<init>(Ljava/util/SortedMap;)V")
        .weave(COPY_OF_THIS, "clone")
        .weave(OUTER_TRAVERSAL, "clone", "equals")
        .weave(CONTAINS_IN_KEY_SET, "containsKey")
        .weave(READ_IN_KEY_SET, "get")
        .weave(countReadAfter("doGet"), "getOrDefault")
        .weave(PUT_IN_KEY_SET, "put")
        .weave(PUT_IF_ABSENT_IN_KEY_SET, "putIfAbsent")
        .weave(REMOVE_BY_REFERENCE, "remove/1")
        .weave(REMOVE_BY_BOOLEAN, "remove/2")
        .weave(count(CLEAR), "clear")
        .weave(count(REPLACE), "replace/2", "replace/3", "replaceAll")
        .weave(COMPUTE_IF_ABSENT, "computeIfAbsent")
        .weave(countOfKey(COMPUTE), "compute", "computeIfPresent")
        .weave(countOfKey(MERGE), "merge")
        .weave(functions(), "computeIfAbsent", "compute", "computeIfPresent", "merge")
        .weave(COMPUTE_TIME, "computeIfAbsent", "compute", "computeIfPresent", "merge")
        .weave(
            WRITE_TIME,
            "put",
            "putIfAbsent",
            "remove/1",
            "remove/2",
            "replace/2",
            "replace/3",
            "clear")
        .weave(SIZE_IN_KEY_SET, "size", "isEmpty")
        .weave(nodesByAbsent("doPut"), "computeIfAbsent", "compute", "merge")
        .weave(otherNodesBy("unlinkNode"), "clear", "doRemoveFirstEntry", "doRemoveLastEntry")
        .weave(count(ORDERED), OrderedOperations.NEAR_ENTRIES)
        .weave(count(ORDERED), OrderedOperations.RANGES)
        .weave(
            TRAVERSAL,
            "forEach",
            "containsValue",
            "writeObject",
            "removeEntryIf",
            "removeValueIf",
            "keySpliterator")
        .weave(TRAVERSED, "forEach")
        .weave(
            lostSwaps("compareAndSet"),
            "doPut",
            "doRemove",
            "replace/2",
            "replace/3",
            "computeIfPresent",
            "compute",
            "merge");
  }

  private static ClassPlan set() {
    return ClassPlan.of("java.util.concurrent.ConcurrentSkipListSet")
        .weave(OUTER_TRAVERSAL, "descendingIterator");
  }

  private static ClassPlan view(String name) {
    ClassPlan plan =
        ClassPlan.of("java.util.concurrent.ConcurrentSkipListMap$" + name)
            .weave(COPY_OF_THIS, "toArray")
            .weave(TRAVERSAL, "iterator")
            .weave(SPLITERATOR_MADE, "spliterator")
            .weave(OUTER_TRAVERSAL, "spliterator");
    if (name.equals("KeySet")) {
      plan.weave(OUTER_TRAVERSAL, "descendingIterator");
    }
    return plan;
  }

  private static ClassPlan iterator() {
    return ClassPlan.of("java.util.concurrent.ConcurrentSkipListMap$Iter")
        .weaveOnDemand(
            CONCURRENT_SKIP_LIST_MAP,
            hasNext("this$0", "concurrent/ConcurrentSkipListMap"),
            "hasNext");
  }

  /** Ranges go by the map, except what they walk or find themselves. */
  private static ClassPlan subMap() {
    return ClassPlan.of("java.util.concurrent.ConcurrentSkipListMap$SubMap")
        .weave(OUTER_GET_BY_BOOLEAN, "containsKey")
        .weave(OUTER_GET_BY_REFERENCE, "get")
        .weave(OUTER_REMOVE_BY_REFERENCE, "remove/1")
        .weave(outer(CLEAR), "clear")
        .weave(count(SIZE), "size", "isEmpty")
        .weave(TRAVERSAL, "containsValue")
        .weave(count(ORDERED), OrderedOperations.NEAR_ENTRIES)
        .weave(count(ORDERED), OrderedOperations.RANGES);
  }
}
