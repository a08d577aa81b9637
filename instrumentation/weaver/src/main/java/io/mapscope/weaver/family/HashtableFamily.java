package io.mapscope.weaver.family;

import static io.mapscope.weaver.Allocations.nodesBy;
import static io.mapscope.weaver.Allocations.nodesByAbsent;
import static io.mapscope.weaver.Allocations.tables;
import static io.mapscope.weaver.Calls.quiet;
import static io.mapscope.weaver.Calls.redirectViewField;
import static io.mapscope.weaver.FailFast.noteModification;
import static io.mapscope.weaver.Timings.COMPUTE_TIME;
import static io.mapscope.weaver.Timings.WRITE_TIME;
import static io.mapscope.weaver.Timings.functions;
import static io.mapscope.weaver.Weaves.COMPUTE_IF_ABSENT;
import static io.mapscope.weaver.Weaves.CONTAINS_IN_TABLE;
import static io.mapscope.weaver.Weaves.COPY_OF_ARGUMENT;
import static io.mapscope.weaver.Weaves.COPY_OF_THIS;
import static io.mapscope.weaver.Weaves.CREATED;
import static io.mapscope.weaver.Weaves.GET_BY_BOOLEAN;
import static io.mapscope.weaver.Weaves.OUTER_TRAVERSAL;
import static io.mapscope.weaver.Weaves.PUT_BY_REFERENCE;
import static io.mapscope.weaver.Weaves.PUT_IN_TABLE;
import static io.mapscope.weaver.Weaves.READ_OF_TABLE;
import static io.mapscope.weaver.Weaves.REMOVE_BY_BOOLEAN;
import static io.mapscope.weaver.Weaves.REMOVE_BY_REFERENCE;
import static io.mapscope.weaver.Weaves.RETURNED_CREATED;
import static io.mapscope.weaver.Weaves.TRAVERSAL;
import static io.mapscope.weaver.Weaves.count;
import static io.mapscope.weaver.Weaves.hasNext;
import static io.mapscope.weaver.Weaves.outer;
import static java.util.MapscopeFamilies.HASHTABLE;
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
 * Hashtable. Properties overrides all of it with a ConcurrentHashMap of its own and is seen there.
 */
public final class HashtableFamily {
  private HashtableFamily() {}

  public static MapFamily family() {
    return new MapFamily("Hashtable", List.of(map(), keySet(), entrySet(), values(), enumerator()));
  }

  private static ClassPlan map() {
    return ClassPlan.of("java.util.Hashtable")
        .weave(redirectViewField(), "values")
        .weave(CREATED, "<init>", "readHashtable")
        .weave(RETURNED_CREATED, "clone")
        .weave(COPY_OF_ARGUMENT, "<init>(Ljava/util/Map;)V", "putAll")
        .weave(COPY_OF_THIS, "clone")
        .weave(OUTER_TRAVERSAL, "clone", "equals", "toString")
        .weave(READ_OF_TABLE, "get")
        .weave(CONTAINS_IN_TABLE, "containsKey")
        .weave(PUT_IN_TABLE, "put")
        .weave(PUT_BY_REFERENCE, "putIfAbsent")
        .weave(noteModification(), "*")
        .weave(quiet("size"), "<init>")
        .weave(outer(PUT_ALL), "putAll")
        .weave(REMOVE_BY_REFERENCE, "remove/1")
        .weave(REMOVE_BY_BOOLEAN, "remove/2")
        .weave(count(CLEAR), "clear")
        .weave(count(REPLACE), "replace/2", "replace/3", "replaceAll")
        .weave(COMPUTE_IF_ABSENT, "computeIfAbsent")
        .weave(count(COMPUTE), "compute", "computeIfPresent")
        .weave(count(MERGE), "merge")
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
        .weave(count(SIZE), "size", "isEmpty")
        .weave(nodesBy("addEntry"), "computeIfAbsent", "compute", "merge")
        .weave(nodesByAbsent("put"), "putAll")
        .weave(tables(), "rehash")
        .weave(TRAVERSAL, "forEach", "contains", "keys", "elements", "hashCode", "writeHashtable");
  }

  private static ClassPlan keySet() {
    return ClassPlan.of("java.util.Hashtable$KeySet")
        .weave(count(SIZE), "size")
        .weave(TRAVERSAL, "iterator");
  }

  private static ClassPlan entrySet() {
    return ClassPlan.of("java.util.Hashtable$EntrySet")
        .weave(count(SIZE), "size")
        .weave(GET_BY_BOOLEAN, "contains")
        .weave(REMOVE_BY_BOOLEAN, "remove")
        .weave(TRAVERSAL, "iterator");
  }

  private static ClassPlan values() {
    return ClassPlan.of("java.util.Hashtable$ValueCollection")
        .weave(count(SIZE), "size")
        .weave(TRAVERSAL, "iterator");
  }

  private static ClassPlan enumerator() {
    return ClassPlan.of("java.util.Hashtable$Enumerator")
        .weave(noteModification(), "*")
        .weave(count(REMOVE_HIT), "remove")
        .weaveOnDemand(HASHTABLE, hasNext("this$0", "Hashtable"), "hasMoreElements");
  }
}
