package java.util;

/**
 * A rehearsal of the closed gate: the calls that woven operations make, made with the gate closed,
 * so often that HotSpot's profile of them knows that way.
 *
 * <p>Without it code that was compiled while the gate had always been open would have no code for a
 * closed one, and the first closing would throw away every compiled method with a map operation in
 * it ("unstable_if"). The profile of a branch is kept by the method that has it, here the
 * recorder's, and shared by all into which that is inlined; so a few thousand calls do for them
 * all. C2 leaves a branch out only if it was never taken (JDK 17 and 25: {@code
 * Parse::seems_never_taken} in parse2.cpp).
 *
 * <p>By the agent, before it opens the gate for the first time.
 */
public final class MapscopeRehearsal {
  /**
   * Calls after which a method is compiled with profiling: 200 at first, and some for the delay.
   */
  private static final int TIMES = 4_000;

  private MapscopeRehearsal() {}

  /** Passes the closed gate; without effect on any account. */
  public static void run() {
    for (int i = 0; i < TIMES && !MapscopeGate.open; i++) {
      reads();
      writes();
      outer();
      functions();
    }
  }

  private static void reads() {
    MapscopeCounts.readInKeySet(null, null, null);
    MapscopeCounts.containsInKeySet(false, null, null);
    MapscopeCounts.readOfTable(null, null, null);
    MapscopeCounts.containsInTable(false, null, null);
    MapscopeCounts.readInValues(null, null, null);
    MapscopeCounts.sizeInValues(null);
    MapscopeCounts.sizeInKeySet(null);
    MapscopeCounts.traversal(null);
    MapscopeCounts.count(null, MapscopeOperation.SIZE);
    MapscopeCounts.countOfKey(null, null, MapscopeOperation.REMOVE_HIT);
    MapscopeCounts.countEither(false, null, MapscopeOperation.GET_HIT, MapscopeOperation.GET_MISS);
  }

  private static void writes() {
    MapscopeCounts.putInKeySet(null, null, null);
    MapscopeCounts.putIfAbsentInKeySet(null, null);
    MapscopeCounts.putInTable(null, null, null);
    MapscopeProbe inValues = MapscopeWriters.enterInValues(null);
    MapscopeCounts.putInValues(null, null, null, 0, 0, 0);
    MapscopeCounts.putIfAbsentInValues(null, null, 0, 0, 0);
    MapscopeWriters.leave(inValues);
    MapscopeWriters.leave(MapscopeWriters.enter(null));
    MapscopeAllocation.nodes(null, 1);
    MapscopeAllocation.otherNodes(null, 1);
  }

  private static void outer() {
    MapscopeCell cell = MapscopeNesting.begin(null);
    MapscopeNesting.count(cell, MapscopeOperation.COMPUTE);
    MapscopeNesting.countEither(false, cell, MapscopeOperation.GET_HIT, MapscopeOperation.GET_MISS);
    MapscopeNesting.leave(cell);
    MapscopeCell tracked = MapscopeNesting.beginTracked(null);
    MapscopeNesting.countDefaulted(null, null, tracked);
    MapscopeNesting.leave(tracked);
    MapscopeNesting.leave(MapscopeNesting.beginTraversal(null));
    MapscopeCell lent = MapscopeNesting.lend(null);
    MapscopeNesting.ran(lent);
    MapscopeNesting.takeBack(lent);
  }

  private static void functions() {
    MapscopeCell cell = MapscopeNesting.beginComputing(null);
    MapscopeNesting.countComputed(cell);
    MapscopeNesting.leave(cell);
    MapscopeCounts.functionRuns(null);
    MapscopeCounts.computed(null, null, false);
    MapscopeCounts.functionsRun(null, null);
    MapscopeCounts.computedElsewhere(null, 0);
    MapscopeCell function = MapscopeFunctions.begin(null);
    MapscopeFunctions.end(null, function, 0);
    MapscopeCopies.leave(MapscopeCopies.begin(null, null));
  }
}
