package java.util;

/**
 * One watched traversal in progress: a place in the table of {@link MapscopeTraversals}. Holds the
 * account, never the map or its iterator.
 */
final class MapscopeTraversal {
  /** Id of the thread that traverses; 0 when the place is free. Changed by compare-and-swap. */
  volatile long thread;

  MapscopeTally tally;

  /** Writes of all other threads when it began. */
  long writes;

  int moves;
  long startNanos;

  MapscopeTraversal() {}
}
