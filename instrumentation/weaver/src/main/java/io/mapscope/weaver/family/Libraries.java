package io.mapscope.weaver.family;

import static io.mapscope.weaver.OperationKind.CLEAR;
import static io.mapscope.weaver.OperationKind.COMPUTE;
import static io.mapscope.weaver.OperationKind.COMPUTE_IF_ABSENT;
import static io.mapscope.weaver.OperationKind.GET;
import static io.mapscope.weaver.OperationKind.GET_OR_DEFAULT;
import static io.mapscope.weaver.OperationKind.PUT;
import static io.mapscope.weaver.OperationKind.REPLACE;
import static io.mapscope.weaver.OperationKind.SIZE;
import static io.mapscope.weaver.OperationKind.TRAVERSAL;

import io.mapscope.weaver.TrackedMap;
import java.util.ArrayList;
import java.util.List;

/**
 * The maps of libraries, read against the sources of the releases that {@code test-apps/other-maps}
 * runs. What their own methods call among themselves does not matter: only the outermost counts.
 */
public final class Libraries {
  private static final String CAFFEINE = "com.github.benmanes.caffeine.cache.";
  private static final String GUAVA = "com.google.common.cache.";
  private static final String JCTOOLS = "org.jctools.maps.";

  private Libraries() {}

  /** The maps that {@code selection} asks for. */
  public static List<TrackedMap> of(MapSelection selection) {
    List<TrackedMap> maps = new ArrayList<>();
    if (selection.has(MapGroup.CAFFEINE)) {
      addCaffeine(maps);
    }
    if (selection.has(MapGroup.GUAVA)) {
      addGuava(maps);
    }
    if (selection.has(MapGroup.JCTOOLS)) {
      maps.add(nonBlocking("NonBlockingHashMap"));
      maps.add(nonBlocking("NonBlockingHashMapLong"));
      maps.add(nonBlocking("NonBlockingIdentityHashMap"));
    }
    if (selection.has(MapGroup.ECLIPSE)) {
      maps.add(eclipse());
    }
    if (selection.has(MapGroup.SPRING)) {
      maps.add(TrackedMap.of("org.springframework.util.ConcurrentReferenceHashMap").sizeIsCheap());
    }
    return maps;
  }

  /** Packages of recorded libraries whose maps keep their entries in other maps. */
  public static List<String> packagesWithInnerMaps(MapSelection selection) {
    List<String> packages = new ArrayList<>();
    if (selection.has(MapGroup.CAFFEINE)) {
      packages.add(CAFFEINE);
    }
    if (selection.has(MapGroup.GUAVA)) {
      packages.add(GUAVA);
    }
    return packages;
  }

  /**
   * Both the cache and its {@code asMap()} end in a LocalCache. {@code computeIfAbsent} looks first
   * and goes on to {@code doComputeIfAbsent} on a miss; only there the function is wrapped, so that
   * a hit allocates nothing.
   */
  private static void addCaffeine(List<TrackedMap> maps) {
    maps.add(caffeine("BoundedLocalCache").wrapsFunctionIn("doComputeIfAbsent"));
    maps.add(caffeine("UnboundedLocalCache"));
    maps.add(
        TrackedMap.helper(CAFFEINE + "LocalCache")
            .also(COMPUTE, "compute/2")
            .also(REPLACE, "replace/3"));
    addAsynchronous(maps);
  }

  /** Some releases look first and compute then; others replace the future when it completes. */
  private static void addAsynchronous(List<TrackedMap> maps) {
    maps.add(
        TrackedMap.helper(CAFFEINE + "LocalAsyncCache")
            .also(COMPUTE_IF_ABSENT, "get/2", "get/3")
            .wrapsNoFunction()
            .silentLambdasOf("handleCompletion"));
    for (String bounds : List.of("Bounded", "Unbounded")) {
      maps.add(TrackedMap.part(CAFFEINE + bounds + "LocalCache$" + bounds + "LocalAsyncCache"));
      maps.add(
          TrackedMap.part(CAFFEINE + bounds + "LocalCache$" + bounds + "LocalAsyncLoadingCache"));
    }
  }

  private static TrackedMap caffeine(String name) {
    return TrackedMap.of(CAFFEINE + name)
        .sizeIsCheap()
        .also(GET, "getIfPresent/2")
        .also(PUT, "put/3", "put/4")
        .also(COMPUTE_IF_ABSENT, "computeIfAbsent/3", "computeIfAbsent/4")
        .also(TRAVERSAL, "getAllPresent")
        .also(SIZE, "estimatedSize");
  }

  /**
   * Loading is {@code get} with a loader, which {@code loadSync} of a segment runs; {@code
   * getOrDefault} is a {@code get}.
   */
  private static void addGuava(List<TrackedMap> maps) {
    maps.add(
        TrackedMap.of(GUAVA + "LocalCache")
            .sizeIsCheap()
            .except("getOrDefault")
            .also(COMPUTE_IF_ABSENT, "get/2")
            .also(GET, "getIfPresent/1")
            .also(TRAVERSAL, "getAllPresent", "getAll")
            .also(SIZE, "longSize"));
    maps.add(TrackedMap.part(GUAVA + "LocalCache$Segment").runsFunction("loadSync"));
  }

  private static TrackedMap nonBlocking(String name) {
    return TrackedMap.of(JCTOOLS + name)
        .sizeIsCheap()
        .also(GET, "getk/1")
        .also(CLEAR, "clear/1")
        .also(TRAVERSAL, "clone/0", "keys/0", "elements/0", "keySetLong/0", "writeObject/1");
  }

  /**
   * Its functions are of its own type; that one ran is told by the call, or by the new entry. What
   * it inherits and looks twice for is one operation.
   */
  private static TrackedMap eclipse() {
    return TrackedMap.of("org.eclipse.collections.impl.map.mutable.ConcurrentHashMap")
        .sizeIsCheap()
        .inherits("getOrDefault", "(Ljava/lang/Object;Ljava/lang/Object;)Ljava/lang/Object;")
        .inherits("getIfAbsentValue", "(Ljava/lang/Object;Ljava/lang/Object;)Ljava/lang/Object;")
        .also(GET_OR_DEFAULT, "getIfAbsentValue/2")
        .also(COMPUTE_IF_ABSENT, "getIfAbsentPut/2", "getIfAbsentPutWith/3")
        .functionsAre(
            List.of("value", "valueOf", "incrementSizeAndPossiblyResize"),
            "getIfAbsentPut/2",
            "getIfAbsentPutWith/3")
        .also(COMPUTE, "updateValue/3", "updateValueWith/4")
        .also(
            TRAVERSAL,
            "forEachKey",
            "forEachValue",
            "forEachKeyValue",
            "forEachWith",
            "forEachWithIndex",
            "parallelForEachKeyValue",
            "parallelForEachValue",
            "collectKeysAndValues",
            "iterator/0",
            "writeExternal/1");
  }
}
