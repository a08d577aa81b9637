package io.mapscope.weaver.family;

import static io.mapscope.weaver.Allocations.nodesByAbsent;
import static io.mapscope.weaver.Allocations.nodesOf;
import static io.mapscope.weaver.Allocations.tables;
import static io.mapscope.weaver.Allocations.treeBinsOf;
import static io.mapscope.weaver.Allocations.treeNodesByAbsent;
import static io.mapscope.weaver.Allocations.treeNodesInsertedBy;
import static io.mapscope.weaver.Allocations.treeNodesOf;
import static io.mapscope.weaver.Calls.countRemovalAfter;
import static io.mapscope.weaver.Calls.quiet;
import static io.mapscope.weaver.ContentionWeaves.COUNTER_COLLISION;
import static io.mapscope.weaver.ContentionWeaves.RESIZE_HELP;
import static io.mapscope.weaver.ContentionWeaves.TREE_BIN_WAIT;
import static io.mapscope.weaver.ContentionWeaves.lostSwaps;
import static io.mapscope.weaver.ContentionWeaves.treeUpdates;
import static io.mapscope.weaver.Timings.COMPUTE_TIME;
import static io.mapscope.weaver.Timings.WRITE_TIME;
import static io.mapscope.weaver.Timings.functions;
import static io.mapscope.weaver.Timings.refusedRecursions;
import static io.mapscope.weaver.Weaves.COMPUTE_IF_ABSENT;
import static io.mapscope.weaver.Weaves.COPY_OF_ARGUMENT;
import static io.mapscope.weaver.Weaves.COPY_OF_THIS;
import static io.mapscope.weaver.Weaves.CREATED;
import static io.mapscope.weaver.Weaves.OUTER_TRAVERSAL;
import static io.mapscope.weaver.Weaves.PUT_BY_BOOLEAN;
import static io.mapscope.weaver.Weaves.PUT_IF_ABSENT_IN_KEY_SET;
import static io.mapscope.weaver.Weaves.PUT_IN_KEY_SET;
import static io.mapscope.weaver.Weaves.READ_IN_KEY_SET;
import static io.mapscope.weaver.Weaves.REMOVE_BY_BOOLEAN;
import static io.mapscope.weaver.Weaves.REMOVE_BY_REFERENCE;
import static io.mapscope.weaver.Weaves.SIZE_IN_KEY_SET;
import static io.mapscope.weaver.Weaves.SPLITERATOR_MADE;
import static io.mapscope.weaver.Weaves.TRAVERSAL;
import static io.mapscope.weaver.Weaves.TRAVERSED;
import static io.mapscope.weaver.Weaves.count;
import static io.mapscope.weaver.Weaves.countOfKey;
import static io.mapscope.weaver.Weaves.hasNext;
import static java.util.MapscopeFamilies.CONCURRENT_HASH_MAP;
import static java.util.MapscopeOperation.CLEAR;
import static java.util.MapscopeOperation.COMPUTE;
import static java.util.MapscopeOperation.MERGE;
import static java.util.MapscopeOperation.PUT_ALL;
import static java.util.MapscopeOperation.REMOVE_HIT;
import static java.util.MapscopeOperation.REPLACE;

import io.mapscope.weaver.ClassPlan;
import io.mapscope.weaver.MapFamily;
import java.util.List;

/**
 * ConcurrentHashMap, its views and {@code newKeySet}. {@code get} also serves {@code containsKey}
 * and {@code getOrDefault}; {@code replaceNode} serves every removal and replacement, those of
 * iterators included; {@code put} and not {@code putVal} is watched, because {@code putAll} calls
 * the latter. So nothing that waits for a bin is an outer operation: from JDK 24 on a virtual
 * thread leaves its carrier there, and a cell taken by it would be lost for those that come after
 * it.
 */
public final class ConcurrentHashMapFamily {
  private ConcurrentHashMapFamily() {}

  public static MapFamily family() {
    return new MapFamily(
        "ConcurrentHashMap",
        List.of(map(), collectionView(), keySet(), values(), entrySet(), iterator(), treeBin()));
  }

  private static ClassPlan map() {
    return ClassPlan.of("java.util.concurrent.ConcurrentHashMap")
        .weave(CREATED, "<init>", "readObject")
        .weave(COPY_OF_ARGUMENT, "<init>(Ljava/util/Map;)V", "putAll")
        .weave(READ_IN_KEY_SET, "get")
        .weave(PUT_IN_KEY_SET, "put")
        .weave(PUT_IF_ABSENT_IN_KEY_SET, "putIfAbsent")
        .weave(REMOVE_BY_REFERENCE, "remove/1")
        .weave(REMOVE_BY_BOOLEAN, "remove/2")
        .weave(countRemovalAfter("replaceNode"), "removeEntryIf", "removeValueIf")
        .weave(quiet("size"), "<init>", "putAll")
        .weave(count(PUT_ALL), "putAll")
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
        .weave(
            refusedRecursions(),
            "putVal",
            "replaceNode",
            "computeIfAbsent",
            "compute",
            "computeIfPresent",
            "merge")
        .weave(SIZE_IN_KEY_SET, "size", "isEmpty", "mappingCount")
        .weave(nodesOf("Node", "ReservationNode"), "computeIfAbsent", "compute", "merge")
        .weave(nodesOf("Node"), "transfer")
        .weave(treeNodesOf("TreeNode", "TreeBin"), "transfer", "treeifyBin")
        .weave(treeNodesInsertedBy("putTreeVal"), "putVal")
        .weave(treeNodesByAbsent("putTreeVal"), "computeIfAbsent", "compute", "merge")
        .weave(treeBinsOf("TreeBin"), "treeifyBin")
        .weave(nodesByAbsent("putVal"), "putAll")
        .weave(tables(), "initTable", "tryPresize", "transfer")
        .weave(OUTER_TRAVERSAL, "equals")
        .weave(
            TRAVERSAL,
            "containsValue",
            "toString",
            "hashCode",
            "keys",
            "elements",
            "writeObject",
            "removeEntryIf",
            "removeValueIf",
            "forEach",
            "search",
            "reduce",
            "reduceToDouble",
            "reduceToLong",
            "reduceToInt",
            "forEachKey",
            "searchKeys",
            "reduceKeys",
            "reduceKeysToDouble",
            "reduceKeysToLong",
            "reduceKeysToInt",
            "forEachValue",
            "searchValues",
            "reduceValues",
            "reduceValuesToDouble",
            "reduceValuesToLong",
            "reduceValuesToInt",
            "forEachEntry",
            "searchEntries",
            "reduceEntries",
            "reduceEntriesToDouble",
            "reduceEntriesToLong",
            "reduceEntriesToInt")
        .weave(
            TRAVERSED,
            "forEach",
            "forEachKey",
            "forEachValue",
            "forEachEntry",
            "toString",
            "hashCode")
        .weave(COUNTER_COLLISION, "fullAddCount")
        .weave(RESIZE_HELP, "transfer")
        .weave(lostSwaps("casTabAt"), "putVal", "computeIfAbsent", "compute", "merge", "transfer")
        .weave(
            treeUpdates("putTreeVal", "removeTreeNode"),
            "putVal",
            "replaceNode",
            "computeIfAbsent",
            "computeIfPresent",
            "compute",
            "merge");
  }

  /** Does not know its map: what it notes is counted by the map's method around it. */
  private static ClassPlan treeBin() {
    return ClassPlan.of("java.util.concurrent.ConcurrentHashMap$TreeBin")
        .weave(TREE_BIN_WAIT, "contendedLock");
  }

  /** Asks for the size before it iterates. */
  private static ClassPlan collectionView() {
    return ClassPlan.of("java.util.concurrent.ConcurrentHashMap$CollectionView")
        .weave(COPY_OF_THIS, "toArray")
        .weave(OUTER_TRAVERSAL, "toArray");
  }

  private static ClassPlan iterator() {
    return ClassPlan.of("java.util.concurrent.ConcurrentHashMap$BaseIterator")
        .weave(count(REMOVE_HIT), "remove")
        .weaveOnDemand(
            CONCURRENT_HASH_MAP,
            hasNext("map", "concurrent/ConcurrentHashMap"),
            "hasNext",
            "hasMoreElements");
  }

  private static ClassPlan keySet() {
    return ClassPlan.of("java.util.concurrent.ConcurrentHashMap$KeySetView")
        .weave(PUT_BY_BOOLEAN, "add")
        .weave(count(PUT_ALL), "addAll")
        .weave(nodesByAbsent("putVal"), "addAll")
        .weave(SPLITERATOR_MADE, "spliterator")
        .weave(TRAVERSAL, "iterator", "spliterator", "forEach")
        .weave(TRAVERSED, "forEach");
  }

  private static ClassPlan values() {
    return ClassPlan.of("java.util.concurrent.ConcurrentHashMap$ValuesView")
        .weave(SPLITERATOR_MADE, "spliterator")
        .weave(TRAVERSAL, "iterator", "spliterator", "forEach")
        .weave(TRAVERSED, "forEach");
  }

  private static ClassPlan entrySet() {
    return ClassPlan.of("java.util.concurrent.ConcurrentHashMap$EntrySetView")
        .weave(PUT_BY_BOOLEAN, "add")
        .weave(TRAVERSAL, "iterator", "spliterator", "forEach", "hashCode")
        .weave(TRAVERSED, "forEach");
  }
}
