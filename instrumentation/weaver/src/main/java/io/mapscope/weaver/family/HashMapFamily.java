package io.mapscope.weaver.family;

import static io.mapscope.weaver.Allocations.NODE_MADE;
import static io.mapscope.weaver.Allocations.TREE_NODE_INSERTED;
import static io.mapscope.weaver.Allocations.TREE_NODE_MADE;
import static io.mapscope.weaver.Allocations.nodesBy;
import static io.mapscope.weaver.Allocations.nodesByAbsent;
import static io.mapscope.weaver.Allocations.tables;
import static io.mapscope.weaver.Allocations.treeBinsBy;
import static io.mapscope.weaver.Calls.countReadAfter;
import static io.mapscope.weaver.Calls.countReadInValuesAfter;
import static io.mapscope.weaver.Calls.quiet;
import static io.mapscope.weaver.Calls.redirectViewField;
import static io.mapscope.weaver.FailFast.noteModification;
import static io.mapscope.weaver.FailFast.pauseInFunctions;
import static io.mapscope.weaver.Timings.COMPUTE_TIME;
import static io.mapscope.weaver.Timings.WRITE_TIME;
import static io.mapscope.weaver.Timings.functions;
import static io.mapscope.weaver.Weaves.COMPUTE_IF_ABSENT;
import static io.mapscope.weaver.Weaves.COPY_OF_ARGUMENT;
import static io.mapscope.weaver.Weaves.COPY_OF_THIS;
import static io.mapscope.weaver.Weaves.CREATED;
import static io.mapscope.weaver.Weaves.OUTER_TRAVERSAL;
import static io.mapscope.weaver.Weaves.PUT;
import static io.mapscope.weaver.Weaves.PUT_IF_ABSENT;
import static io.mapscope.weaver.Weaves.REMOVE_BY_BOOLEAN;
import static io.mapscope.weaver.Weaves.REMOVE_BY_SIZE;
import static io.mapscope.weaver.Weaves.RETURNED_CREATED;
import static io.mapscope.weaver.Weaves.SIZE_IN_VALUES;
import static io.mapscope.weaver.Weaves.TRAVERSAL;
import static io.mapscope.weaver.Weaves.WRITER;
import static io.mapscope.weaver.Weaves.WRITER_IN_VALUES;
import static io.mapscope.weaver.Weaves.count;
import static io.mapscope.weaver.Weaves.countOfKey;
import static io.mapscope.weaver.Weaves.hasNext;
import static java.util.MapscopeFamilies.HASH_MAP;
import static java.util.MapscopeOperation.CLEAR;
import static java.util.MapscopeOperation.COMPUTE;
import static java.util.MapscopeOperation.MERGE;
import static java.util.MapscopeOperation.PUT_ALL;
import static java.util.MapscopeOperation.REMOVE_HIT;
import static java.util.MapscopeOperation.REPLACE;
import static java.util.MapscopeOperation.SIZE;

import io.mapscope.weaver.ClassPlan;
import io.mapscope.weaver.MapFamily;
import java.util.List;

/**
 * HashMap, and HashSet on top of it. The inner {@code getNode} tells a hit from a miss even when
 * the value is null; it is watched where reads call it, not in itself, because {@code replace} and
 * {@code computeIfPresent} use it too.
 */
public final class HashMapFamily {
  private HashMapFamily() {}

  public static MapFamily family() {
    return new MapFamily(
        "HashMap",
        List.of(
            map(),
            hashSet(),
            view("KeySet"),
            view("Values"),
            view("EntrySet"),
            iterator(),
            FailFastParts.of("HashMap$KeySpliterator"),
            FailFastParts.of("HashMap$ValueSpliterator"),
            FailFastParts.of("HashMap$EntrySpliterator")));
  }

  private static ClassPlan map() {
    return ClassPlan.of("java.util.HashMap")
        .keepInlined("put/2")
        .weave(redirectViewField(), "values")
        .weave(CREATED, "<init>", "readObject")
        .weave(RETURNED_CREATED, "clone")
        .weave(COPY_OF_ARGUMENT, "<init>(Ljava/util/Map;)V", "putAll")
        .weave(COPY_OF_THIS, "clone")
        .weave(OUTER_TRAVERSAL, "clone")
        .weave(quiet("size"), "putMapEntries")
        .weave(countReadInValuesAfter("getNode"), "get", "containsKey", "getOrDefault")
        .weave(
            WRITER_IN_VALUES,
            "put/2",
            "putIfAbsent",
            "putAll",
            "remove/1",
            "remove/2",
            "clear",
            "replace/2",
            "replace/3",
            "replaceAll",
            "computeIfAbsent",
            "computeIfPresent",
            "compute",
            "merge")
        .weave(pauseInFunctions(), "*")
        .weave(noteModification(), "*")
        .weave(PUT, "put/2")
        .weave(PUT_IF_ABSENT, "putIfAbsent")
        .weave(count(PUT_ALL), "putAll")
        .weave(REMOVE_BY_SIZE, "remove/1")
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
            "put/2",
            "putIfAbsent",
            "remove/1",
            "remove/2",
            "replace/2",
            "replace/3",
            "clear")
        .weave(SIZE_IN_VALUES, "size", "isEmpty")
        .weave(nodesBy("newNode", "putTreeVal"), "computeIfAbsent", "compute", "merge")
        .weave(nodesByAbsent("putVal"), "putMapEntries")
        .weave(NODE_MADE, "replacementNode")
        .weave(TREE_NODE_MADE, "replacementTreeNode")
        .weave(TREE_NODE_INSERTED, "newTreeNode")
        .weave(treeBinsBy("treeify"), "treeifyBin")
        .weave(tables(), "resize")
        .weave(TRAVERSAL, "forEach", "containsValue", "internalWriteEntries");
  }

  /** {@code HashSet.spliterator} makes HashMap's spliterator itself; all else goes by the map. */
  private static ClassPlan hashSet() {
    return ClassPlan.of("java.util.HashSet")
        .weave(COPY_OF_ARGUMENT, "<init>(Ljava/util/Collection;)V")
        .weave(quiet("size"), "<init>")
        .weave(TRAVERSAL, "spliterator");
  }

  private static ClassPlan view(String name) {
    ClassPlan plan =
        ClassPlan.of("java.util.HashMap$" + name)
            .weave(count(SIZE), "size")
            .weave(TRAVERSAL, "iterator", "spliterator", "forEach")
            .weave(noteModification(), "*");
    switch (name) {
      case "KeySet" ->
          plan.weave(WRITER, "remove")
              .weave(REMOVE_BY_BOOLEAN, "remove")
              .weave(COPY_OF_THIS, "toArray")
              .weave(TRAVERSAL, "toArray");
      case "Values" -> plan.weave(COPY_OF_THIS, "toArray").weave(TRAVERSAL, "toArray");
      default ->
          plan.weave(countReadAfter("getNode"), "contains")
              .weave(WRITER, "remove")
              .weave(REMOVE_BY_BOOLEAN, "remove");
    }
    return plan;
  }

  private static ClassPlan iterator() {
    return ClassPlan.of("java.util.HashMap$HashIterator")
        .weave(noteModification(), "*")
        .weave(WRITER, "remove")
        .weave(count(REMOVE_HIT), "remove")
        .weaveOnDemand(HASH_MAP, hasNext("this$0", "HashMap"), "hasNext");
  }
}
