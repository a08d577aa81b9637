package io.mapscope.runtime.collect;

import java.util.ArrayList;
import java.util.List;
import java.util.MapscopeCompound;
import java.util.MapscopeFact;
import java.util.MapscopePlace;
import org.jspecify.annotations.Nullable;

/**
 * A read of a key and a write of the same key in one method of the application, how often they were
 * seen one after the other, and how often another thread's write was lost between them.
 *
 * <p>Counted under the ledger's monitor, judged outside it: the class file comes from the
 * application's class loader.
 */
final class CompoundPair {
  /** What the code says about the two. */
  enum Verdict {
    /** The write can be reached without the read: they may have nothing to do with each other. */
    UNRELATED,
    /** A synchronized block or method, or a lock, holds both: right if all others do the same. */
    UNDER_A_LOCK,
    /** The read is on every way to the write. */
    CHECK_THEN_ACT
  }

  private final MapscopeCompound compound;
  private final MapscopePlace read;
  private final MapscopePlace write;
  private volatile @Nullable Verdict verdict;

  /** How often they were seen with no lock around them. */
  private long unlocked;

  private boolean interleaved;
  private boolean sharedKeys;
  private long lost;
  private List<List<String>> stacks;
  private boolean stacksOfLost;

  CompoundPair(MapscopeFact fact) {
    compound = (MapscopeCompound) fact.detail;
    read = compound.read;
    write = compound.write;
    stacks = stacksOf(fact);
  }

  boolean isOf(MapscopeFact fact) {
    MapscopeCompound other = (MapscopeCompound) fact.detail;
    return read.bytecodeIndex == other.read.bytecodeIndex
        && write.bytecodeIndex == other.write.bytecodeIndex
        && write.methodName.equals(other.write.methodName)
        && write.methodDescriptor.equals(other.write.methodDescriptor)
        && write.className.equals(other.write.className);
  }

  void count(MapscopeFact fact) {
    if (fact.c == 0) {
      unlocked++;
      interleaved |= (fact.d & MapscopeCompound.INTERLEAVED) != 0;
      sharedKeys |= (fact.d & MapscopeCompound.SHARED_KEYS) != 0;
    }
    if (fact.a != 0) {
      lost++;
      if (!stacksOfLost) {
        stacks = stacksOf(fact);
        stacksOfLost = true;
      }
    }
  }

  /** The read was in the same method, so its callers are those of the write. */
  private static List<List<String>> stacksOf(MapscopeFact fact) {
    MapscopePlace read = ((MapscopeCompound) fact.detail).read;
    List<String> write = Stacks.text(fact);
    String method = read.className + "." + read.methodName + ":";
    List<String> atRead = new ArrayList<>();
    atRead.add(write.get(0) + " reads");
    int callers = 1;
    while (callers < write.size() && !write.get(callers).startsWith(method)) {
      callers++;
    }
    atRead.add(method + read.line);
    atRead.addAll(write.subList(Math.min(callers + 1, write.size()), write.size()));
    List<String> atWrite = new ArrayList<>(write);
    atWrite.set(0, write.get(0) + " writes");
    return List.of(atRead, atWrite);
  }

  /** Holds the code against what was seen; without its class file nothing is claimed. */
  void judge() {
    Class<?> owner = write.owner.get();
    byte[] classFile = owner == null ? null : ClassFiles.of(owner);
    Verdict found = classFile == null ? Verdict.UNRELATED : verdict(classFile);
    if (found != Verdict.UNRELATED) {
      CodePairs.areRelated(compound);
    }
    verdict = found;
  }

  private Verdict verdict(byte[] classFile) {
    try {
      MethodFlow flow = MethodFlow.read(classFile, write.methodName, write.methodDescriptor);
      if (!flow.always(read.bytecodeIndex, write.bytecodeIndex)) {
        return Verdict.UNRELATED;
      }
      return flow.underOneMonitor(read.bytecodeIndex, write.bytecodeIndex)
              || flow.takesALockBefore(write.bytecodeIndex)
          ? Verdict.UNDER_A_LOCK
          : Verdict.CHECK_THEN_ACT;
    } catch (IllegalArgumentException newerThanAsm) {
      return Verdict.UNRELATED; // a class file version that ASM does not know yet: no claim
    }
  }

  /**
   * How often the two were seen with no lock around them; none before another thread was seen to
   * come between them, and keys to be written by several: else they may be excluded from each other
   * in a way that nobody sees, or each thread has keys of its own.
   */
  long checkThenAct() {
    boolean raced = lost > 0 || (interleaved && sharedKeys);
    return verdict == Verdict.CHECK_THEN_ACT && raced ? Math.max(unlocked, lost) : 0;
  }

  /** Whether more samples could still turn what was seen into a claim. */
  boolean isOpen() {
    return verdict == null || (verdict == Verdict.CHECK_THEN_ACT && checkThenAct() == 0);
  }

  /** How often another thread's write was lost: a lock that others do not take saves nothing. */
  long lostRaces() {
    return verdict == Verdict.CHECK_THEN_ACT || verdict == Verdict.UNDER_A_LOCK ? lost : 0;
  }

  /** The stacks of the read and of the write. */
  List<List<String>> stacks() {
    return stacks;
  }
}
