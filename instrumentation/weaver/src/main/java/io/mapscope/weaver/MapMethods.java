package io.mapscope.weaver;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Type;

/**
 * Which methods of any implementation of Map, of its views and of its iterators are operations, by
 * name, number of arguments and result: the same classification as {@code operations.tsv}, for
 * classes whose code is not known.
 */
final class MapMethods {
  private MapMethods() {}

  /** What {@code method} of a map is; null when it is no operation. */
  static @Nullable OperationKind ofMap(TargetMethod method) {
    OperationKind kind = byName(method.name() + "/" + method.arity());
    return kind != null && returnsAsExpected(method, kind) ? kind : null;
  }

  private static @Nullable OperationKind byName(String method) {
    return switch (method) {
      case "get/1", "containsKey/1" -> OperationKind.GET;
      case "getOrDefault/2" -> OperationKind.GET_OR_DEFAULT;
      case "put/2", "putIfAbsent/2" -> OperationKind.PUT;
      case "remove/1", "remove/2" -> OperationKind.REMOVE;
      case "computeIfAbsent/2" -> OperationKind.COMPUTE_IF_ABSENT;
      case "computeIfPresent/2", "compute/2" -> OperationKind.COMPUTE;
      case "merge/3" -> OperationKind.MERGE;
      case "replace/2", "replace/3", "replaceAll/1" -> OperationKind.REPLACE;
      case "clear/0" -> OperationKind.CLEAR;
      case "putAll/1" -> OperationKind.PUT_ALL;
      case "size/0", "isEmpty/0" -> OperationKind.SIZE;
      case "containsValue/1", "forEach/1", "equals/1", "hashCode/0", "toString/0" ->
          OperationKind.TRAVERSAL;
      case "firstEntry/0", "firstKey/0", "lastEntry/0", "lastKey/0", "lowerEntry/1", "lowerKey/1" ->
          OperationKind.ORDERED;
      case "floorEntry/1", "floorKey/1", "ceilingEntry/1", "ceilingKey/1", "higherEntry/1" ->
          OperationKind.ORDERED;
      case "higherKey/1", "pollFirstEntry/0", "pollLastEntry/0", "descendingMap/0" ->
          OperationKind.ORDERED;
      case "descendingKeySet/0", "subMap/2", "subMap/4", "headMap/1", "headMap/2", "tailMap/1" ->
          OperationKind.ORDERED;
      case "tailMap/2" -> OperationKind.ORDERED;
      default -> null;
    };
  }

  /** Whether it can be the method of Map and not another of the same name. */
  private static boolean returnsAsExpected(TargetMethod method, OperationKind kind) {
    int sort = method.returned().getSort();
    if (kind == OperationKind.ORDERED) {
      return sort == Type.OBJECT;
    }
    return switch (method.name()) {
      case "containsKey", "containsValue", "isEmpty", "equals" -> sort == Type.BOOLEAN;
      case "size", "hashCode" -> sort == Type.INT;
      case "clear", "putAll", "replaceAll", "forEach" -> sort == Type.VOID;
      case "remove", "replace" -> sort == Type.OBJECT || sort == Type.BOOLEAN;
      default -> sort == Type.OBJECT;
    };
  }

  /** What {@code method} of a view or an iterator is; null when the map itself counts it. */
  static @Nullable OperationKind ofView(TargetMethod method, boolean ofValues) {
    return switch (method.name() + "/" + method.arity()) {
      case "spliterator/0" -> OperationKind.SPLITERATOR;
      case "iterator/0", "toArray/0", "toArray/1", "forEach/1", "removeIf/1" ->
          OperationKind.TRAVERSAL;
      case "contains/1" -> ofValues ? OperationKind.TRAVERSAL : OperationKind.GET;
      case "remove/1" -> OperationKind.REMOVE;
      case "remove/0" -> OperationKind.REMOVE_CURRENT;
      case "size/0", "isEmpty/0" -> OperationKind.SIZE;
      case "clear/0" -> OperationKind.CLEAR;
      case "next/0", "hasNext/0", "nextElement/0", "hasMoreElements/0", "forEachRemaining/1" ->
          OperationKind.QUIET;
      default -> null;
    };
  }
}
