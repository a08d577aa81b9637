package io.mapscope.weaver.family;

import static io.mapscope.weaver.Allocations.FILLED;
import static io.mapscope.weaver.Allocations.nodesBy;
import static io.mapscope.weaver.Calls.countFunctionRuns;
import static io.mapscope.weaver.Calls.countReadAfter;
import static io.mapscope.weaver.Calls.quiet;
import static io.mapscope.weaver.FailFast.noteModification;
import static io.mapscope.weaver.FailFast.pauseInFunctions;
import static io.mapscope.weaver.Timings.COMPUTE_TIME;
import static io.mapscope.weaver.Timings.WRITE_TIME;
import static io.mapscope.weaver.Timings.functions;
import static io.mapscope.weaver.Weaves.COMPUTE_IF_ABSENT_ELSEWHERE;
import static io.mapscope.weaver.Weaves.COPY_OF_ARGUMENT;
import static io.mapscope.weaver.Weaves.COPY_OF_THIS;
import static io.mapscope.weaver.Weaves.CREATED;
import static io.mapscope.weaver.Weaves.OUTER_GET_BY_BOOLEAN;
import static io.mapscope.weaver.Weaves.OUTER_GET_BY_REFERENCE;
import static io.mapscope.weaver.Weaves.OUTER_REMOVE_BY_BOOLEAN;
import static io.mapscope.weaver.Weaves.OUTER_REMOVE_BY_REFERENCE;
import static io.mapscope.weaver.Weaves.OUTER_TRAVERSAL;
import static io.mapscope.weaver.Weaves.PUT_BY_SIZE;
import static io.mapscope.weaver.Weaves.REMOVE_BY_BOOLEAN;
import static io.mapscope.weaver.Weaves.REMOVE_BY_SIZE;
import static io.mapscope.weaver.Weaves.RETURNED_CREATED;
import static io.mapscope.weaver.Weaves.SIZE_IN_KEY_SET;
import static io.mapscope.weaver.Weaves.TRAVERSAL;
import static io.mapscope.weaver.Weaves.WRITER;
import static io.mapscope.weaver.Weaves.count;
import static io.mapscope.weaver.Weaves.countOfKey;
import static io.mapscope.weaver.Weaves.hasNext;
import static io.mapscope.weaver.Weaves.outer;
import static java.util.MapscopeFamilies.TREE_MAP;
import static java.util.MapscopeOperation.CLEAR;
import static java.util.MapscopeOperation.COMPUTE;
import static java.util.MapscopeOperation.MERGE;
import static java.util.MapscopeOperation.ORDERED;
import static java.util.MapscopeOperation.PUT_ALL;
import static java.util.MapscopeOperation.REMOVE_HIT;
import static java.util.MapscopeOperation.REPLACE;
import static java.util.MapscopeOperation.SIZE;

import io.mapscope.weaver.ClassPlan;
import io.mapscope.weaver.MapFamily;
import java.util.List;

/**
 * TreeMap, TreeSet and their ranges. Taking a range or a descending view is an ordered operation,
 * and so is polling; {@code getEntry} tells a hit from a miss even when the value is null.
 */
public final class TreeMapFamily {
  private TreeMapFamily() {}

  public static MapFamily family() {
    return new MapFamily(
        "TreeMap",
        List.of(
            map(),
            treeSet(),
            keySet(),
            values(),
            entrySet(),
            iterator(),
            subMap(),
            subMapEntrySet(),
            subMapIterator(),
            ranged("AscendingSubMap"),
            ranged("DescendingSubMap"),
            rangedEntrySet("AscendingSubMap$AscendingEntrySetView"),
            rangedEntrySet("DescendingSubMap$DescendingEntrySetView"),
            FailFastParts.of("TreeMap$DescendingKeyIterator"),
            FailFastParts.of("TreeMap$KeySpliterator"),
            FailFastParts.of("TreeMap$DescendingKeySpliterator"),
            FailFastParts.of("TreeMap$ValueSpliterator"),
            FailFastParts.of("TreeMap$EntrySpliterator")));
  }

  private static ClassPlan map() {
    return ClassPlan.of("java.util.TreeMap")
        .weave(CREATED, "<init>", "readObject")
        .weave(RETURNED_CREATED, "clone")
        .weave(
            COPY_OF_ARGUMENT,
            "<init>(Ljava/util/Map;)V",
            "<init>(Ljava/util/SortedMap;)V",
            "putAll")
        .weave(COPY_OF_THIS, "clone")
        .weave(OUTER_TRAVERSAL, "clone")
        .weave(quiet("size"), "putAll")
        .weave(countReadAfter("getEntry"), "get", "containsKey")
        .weave(
            WRITER,
            "put/2",
            "putIfAbsent",
            "putAll",
            "remove/1",
            "clear",
            "replace/2",
            "replace/3",
            "replaceAll",
            "computeIfAbsent",
            "computeIfPresent",
            "compute",
            "merge",
            "pollFirstEntry",
            "pollLastEntry")
        .weave(pauseInFunctions(), "*")
        .weave(noteModification(), "*")
        .weave(PUT_BY_SIZE, "put/2", "putIfAbsent")
        .weave(outer(PUT_ALL), "putAll")
        .weave(REMOVE_BY_SIZE, "remove/1")
        .weave(count(CLEAR), "clear")
        .weave(count(REPLACE), "replace/2", "replace/3", "replaceAll")
        .weave(countFunctionRuns(), "callMappingFunctionWithCheck")
        .weave(COMPUTE_IF_ABSENT_ELSEWHERE, "computeIfAbsent")
        .weave(countOfKey(COMPUTE), "compute", "computeIfPresent")
        .weave(countOfKey(MERGE), "merge")
        .weave(
            functions(),
            "callMappingFunctionWithCheck",
            "callRemappingFunctionWithCheck",
            "mergeValue")
        .weave(COMPUTE_TIME, "computeIfAbsent", "compute", "computeIfPresent", "merge")
        .weave(WRITE_TIME, "put/2", "putIfAbsent", "remove/1", "replace/2", "replace/3", "clear")
        .weave(SIZE_IN_KEY_SET, "size")
        .weave(nodesBy("addEntry", "addEntryToEmptyMap"), "computeIfAbsent", "compute", "merge")
        .weave(FILLED, "buildFromSorted/4")
        .weave(count(ORDERED), OrderedOperations.NEAR_ENTRIES)
        .weave(count(ORDERED), OrderedOperations.RANGES)
        .weave(
            TRAVERSAL,
            "forEach",
            "containsValue",
            "keyIterator",
            "descendingKeyIterator",
            "keySpliterator",
            "descendingKeySpliterator");
  }

  /** Walks backwards by way of a descending view, which would count as an ordered operation. */
  private static ClassPlan treeSet() {
    return ClassPlan.of("java.util.TreeSet").weave(OUTER_TRAVERSAL, "descendingIterator");
  }

  /** Removes by comparing sizes. Its iterators are made by the maps. */
  private static ClassPlan keySet() {
    return ClassPlan.of("java.util.TreeMap$KeySet").weave(OUTER_REMOVE_BY_BOOLEAN, "remove");
  }

  private static ClassPlan values() {
    return ClassPlan.of("java.util.TreeMap$Values")
        .weave(WRITER, "remove")
        .weave(REMOVE_BY_BOOLEAN, "remove")
        .weave(TRAVERSAL, "iterator", "spliterator");
  }

  private static ClassPlan entrySet() {
    return ClassPlan.of("java.util.TreeMap$EntrySet")
        .weave(countReadAfter("getEntry"), "contains")
        .weave(WRITER, "remove")
        .weave(REMOVE_BY_BOOLEAN, "remove")
        .weave(TRAVERSAL, "iterator", "spliterator");
  }

  private static ClassPlan iterator() {
    return ClassPlan.of("java.util.TreeMap$PrivateEntryIterator")
        .weave(noteModification(), "*")
        .weave(WRITER, "remove")
        .weave(count(REMOVE_HIT), "remove")
        .weaveOnDemand(TREE_MAP, hasNext("this$0", "TreeMap"), "hasNext");
  }

  /** Ranges go by the map, except what they walk or find themselves. */
  private static ClassPlan subMap() {
    return ClassPlan.of("java.util.TreeMap$NavigableSubMap")
        .weave(outer(SIZE), "size", "isEmpty")
        .weave(OUTER_GET_BY_BOOLEAN, "containsKey")
        .weave(OUTER_GET_BY_REFERENCE, "get")
        .weave(OUTER_REMOVE_BY_REFERENCE, "remove/1")
        .weave(WRITER, "pollFirstEntry", "pollLastEntry")
        .weave(count(ORDERED), OrderedOperations.NEAR_ENTRIES);
  }

  private static ClassPlan subMapEntrySet() {
    return ClassPlan.of("java.util.TreeMap$NavigableSubMap$EntrySetView")
        .weave(outer(SIZE), "size", "isEmpty")
        .weave(OUTER_GET_BY_BOOLEAN, "contains")
        .weave(WRITER, "remove")
        .weave(OUTER_REMOVE_BY_BOOLEAN, "remove");
  }

  private static ClassPlan subMapIterator() {
    return ClassPlan.of("java.util.TreeMap$NavigableSubMap$SubMapIterator")
        .weave(noteModification(), "*")
        .weave(WRITER, "removeAscending", "removeDescending")
        .weave(count(REMOVE_HIT), "removeAscending", "removeDescending");
  }

  private static ClassPlan ranged(String name) {
    return ClassPlan.of("java.util.TreeMap$" + name)
        .weave(TRAVERSAL, "keyIterator", "descendingKeyIterator", "keySpliterator")
        .weave(count(ORDERED), OrderedOperations.RANGES);
  }

  private static ClassPlan rangedEntrySet(String name) {
    return ClassPlan.of("java.util.TreeMap$" + name).weave(TRAVERSAL, "iterator");
  }
}
