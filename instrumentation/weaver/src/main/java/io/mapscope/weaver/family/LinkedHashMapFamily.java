package io.mapscope.weaver.family;

import static io.mapscope.weaver.Allocations.NODE_MADE;
import static io.mapscope.weaver.Allocations.TREE_NODE_INSERTED;
import static io.mapscope.weaver.Allocations.TREE_NODE_MADE;
import static io.mapscope.weaver.Calls.countReadAfter;
import static io.mapscope.weaver.Calls.countReadInValuesAfter;
import static io.mapscope.weaver.Calls.redirectViewField;
import static io.mapscope.weaver.FailFast.noteModification;
import static io.mapscope.weaver.FailFast.pauseInFunctions;
import static io.mapscope.weaver.Weaves.COPY_OF_ARGUMENT;
import static io.mapscope.weaver.Weaves.COPY_OF_THIS;
import static io.mapscope.weaver.Weaves.REMOVE_BY_BOOLEAN;
import static io.mapscope.weaver.Weaves.TRAVERSAL;
import static io.mapscope.weaver.Weaves.WRITER;
import static io.mapscope.weaver.Weaves.WRITER_IN_ACCESS_ORDER;
import static io.mapscope.weaver.Weaves.WRITER_IN_VALUES;
import static io.mapscope.weaver.Weaves.count;
import static io.mapscope.weaver.Weaves.hasNext;
import static java.util.MapscopeFamilies.LINKED_HASH_MAP;
import static java.util.MapscopeOperation.REMOVE_HIT;
import static java.util.MapscopeOperation.REPLACE;
import static java.util.MapscopeOperation.SIZE;

import io.mapscope.weaver.ClassPlan;
import io.mapscope.weaver.MapFamily;
import java.util.List;

/**
 * LinkedHashMap: what it does not inherit from HashMap. In access order even {@code get} changes
 * the list. Its views have no spliterator of their own: the default one asks for an iterator.
 */
public final class LinkedHashMapFamily {
  private LinkedHashMapFamily() {}

  public static MapFamily family() {
    return new MapFamily(
        "LinkedHashMap",
        List.of(
            map(), view("LinkedKeySet"), view("LinkedValues"), view("LinkedEntrySet"), iterator()));
  }

  private static ClassPlan map() {
    return ClassPlan.of("java.util.LinkedHashMap")
        .weave(redirectViewField(), "values", "sequencedValues?")
        .weave(COPY_OF_ARGUMENT, "<init>(Ljava/util/Map;)V")
        .weave(countReadInValuesAfter("getNode"), "get", "getOrDefault")
        .weave(WRITER_IN_ACCESS_ORDER, "get", "getOrDefault")
        .weave(TRAVERSAL, "forEach", "containsValue", "internalWriteEntries")
        .weave(WRITER_IN_VALUES, "replaceAll")
        .weave(NODE_MADE, "replacementNode")
        .weave(TREE_NODE_MADE, "replacementTreeNode")
        .weave(TREE_NODE_INSERTED, "newTreeNode")
        .weave(pauseInFunctions(), "*")
        .weave(noteModification(), "*")
        .weave(count(REPLACE), "replaceAll");
  }

  private static ClassPlan view(String name) {
    ClassPlan plan =
        ClassPlan.of("java.util.LinkedHashMap$" + name)
            .weave(count(SIZE), "size")
            .weave(TRAVERSAL, "iterator", "forEach")
            .weave(noteModification(), "*");
    switch (name) {
      case "LinkedKeySet" ->
          plan.weave(WRITER, "remove")
              .weave(REMOVE_BY_BOOLEAN, "remove")
              .weave(COPY_OF_THIS, "toArray")
              .weave(TRAVERSAL, "toArray");
      case "LinkedValues" -> plan.weave(COPY_OF_THIS, "toArray").weave(TRAVERSAL, "toArray");
      default ->
          plan.weave(countReadAfter("getNode"), "contains")
              .weave(WRITER, "remove")
              .weave(REMOVE_BY_BOOLEAN, "remove");
    }
    return plan;
  }

  private static ClassPlan iterator() {
    return ClassPlan.of("java.util.LinkedHashMap$LinkedHashIterator")
        .weave(noteModification(), "*")
        .weave(WRITER, "remove")
        .weave(count(REMOVE_HIT), "remove")
        .weaveOnDemand(LINKED_HASH_MAP, hasNext("this$0", "LinkedHashMap"), "hasNext");
  }
}
