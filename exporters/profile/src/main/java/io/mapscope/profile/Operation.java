package io.mapscope.profile;

/**
 * The closed vocabulary of what a program can do to a map, as the user would count it: a {@code
 * put} that ends in an internal {@code putVal} is one operation.
 *
 * <p>Reads are the lookups, {@link #SIZE}, {@link #TRAVERSALS} and {@link #ORDERED}; everything
 * else counts as a write, {@link #COMPUTE_IF_ABSENT_PRESENT} too, because the caller was prepared
 * to write and the map may have locked for it.
 *
 * <p>The order of the constants is the order of the {@code long[]} that {@link OperationCounts#of}
 * takes, and of the keys in JSON.
 */
public enum Operation {
  /** A {@code get}, {@code getOrDefault} or {@code containsKey} that found its key. */
  GET_HIT("getHit", true),
  /** A {@code get}, {@code getOrDefault} or {@code containsKey} that did not find its key. */
  GET_MISS("getMiss", true),
  /** A {@code put} or {@code putIfAbsent} that added a key. */
  PUT_NEW("putNew", false),
  /** A {@code put} or {@code putIfAbsent} that met its key already there. */
  PUT_REPLACE("putReplace", false),
  /** A removal that removed something. */
  REMOVE_HIT("removeHit", false),
  /** A removal that found nothing to remove. */
  REMOVE_MISS("removeMiss", false),
  /** A {@code computeIfAbsent} that met its key already there. */
  COMPUTE_IF_ABSENT_PRESENT("computeIfAbsentPresent", false),
  /** A {@code computeIfAbsent} that did not find its key. */
  COMPUTE_IF_ABSENT_ABSENT("computeIfAbsentAbsent", false),
  /** A {@code compute} or {@code computeIfPresent}. */
  COMPUTE("compute", false),
  /** A {@code merge}. */
  MERGE("merge", false),
  /** A {@code replace}, of one key or of all. */
  REPLACE("replace", false),
  /** A {@code clear}. */
  CLEAR("clear", false),
  /** A {@code putAll}, however many entries it carries. */
  PUT_ALL("putAll", false),
  /** A {@code size}, {@code isEmpty} or {@code mappingCount}. */
  SIZE("size", true),
  /** A pass over the entries, keys or values, however far it went. */
  TRAVERSALS("traversals", true),
  /** An operation that needs the order of a sorted map, {@code floorKey} for example. */
  ORDERED("ordered", true);

  private final String jsonName;
  private final boolean read;

  Operation(String jsonName, boolean read) {
    this.jsonName = jsonName;
    this.read = read;
  }

  /** The key of this operation in the report JSON and the field name in JFR events. */
  public String jsonName() {
    return jsonName;
  }

  /** Whether the operation only looks; see the class comment for where the line is drawn. */
  public boolean isRead() {
    return read;
  }

  /**
   * The operation with the given name.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static Operation ofJsonName(String jsonName) {
    for (Operation operation : values()) {
      if (operation.jsonName.equals(jsonName)) {
        return operation;
      }
    }
    throw new IllegalArgumentException("there is no operation \"" + jsonName + "\"");
  }
}
