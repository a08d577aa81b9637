package io.mapscope.prove.workload;

/** What a replay does to a map in one step; the outcome (hit, miss) is chosen with the key. */
public enum Action {
  GET_HIT,
  GET_MISS,
  PUT_NEW,
  PUT_REPLACE,
  REMOVE_HIT,
  REMOVE_MISS,
  COMPUTE_IF_ABSENT_PRESENT,
  COMPUTE_IF_ABSENT_ABSENT,
  COMPUTE,
  MERGE,
  REPLACE,
  PUT_ALL,
  SIZE,
  TRAVERSE,
  COPY,
  ORDERED,
  /** A look-up that misses and the put that follows it, as the recorded program does them. */
  INSERT,
  /** A look-up in a full cache and, if it misses, the put that throws the eldest entry out. */
  LOAD,
  /** The same as one {@code computeIfAbsent}. */
  LOAD_AT_ONCE,
  /** A look-up that hits and the put that follows it, as the recorded program does them. */
  UPDATE
}
