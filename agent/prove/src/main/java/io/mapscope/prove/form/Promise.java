package io.mapscope.prove.form;

/** What a form does otherwise than a plain map guarded by one lock. */
public enum Promise {
  /** Must be used by one thread only. */
  ONE_THREAD,
  /** Refuses null keys and values. */
  NO_NULLS,
  /** Keeps no order of entries. */
  NO_ORDER,
  /** Keeps its keys sorted. */
  SORTED,
  /** A pass over it, a copy or a size is of no one moment. */
  WEAK,
  /** Reading a key and then writing it is one step. */
  ATOMIC,
  /** Its values are counters, which are added to where they are. */
  COUNTERS,
  /** A function may run twice for one value. */
  COMPUTES_TWICE,
  /** Removes entries by itself when it holds too many. */
  EVICTS,
  /** Removes entries by itself when they are old. */
  EXPIRES,
  /** Its keys must be whole numbers. */
  NUMBERS
}
