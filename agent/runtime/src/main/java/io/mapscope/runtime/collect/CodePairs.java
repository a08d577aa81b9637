package io.mapscope.runtime.collect;

import java.util.MapscopeCompound;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Reads and writes of which the code has been found to belong together. Written by the collector;
 * asked on the application's threads, which tell a lost race only when it is proven.
 */
public final class CodePairs {
  private static final int MOST = 4_096;
  private static final Set<Key> RELATED = ConcurrentHashMap.newKeySet();

  private record Key(String className, String method, String descriptor, int read, int write) {
    static Key of(MapscopeCompound compound) {
      return new Key(
          compound.write.className,
          compound.write.methodName,
          compound.write.methodDescriptor,
          compound.read.bytecodeIndex,
          compound.write.bytecodeIndex);
    }
  }

  private CodePairs() {}

  static void areRelated(MapscopeCompound compound) {
    if (RELATED.size() < MOST) {
      RELATED.add(Key.of(compound));
    }
  }

  /** Whether the code of both has been looked at and belongs together. */
  public static boolean isRelated(MapscopeCompound compound) {
    return RELATED.contains(Key.of(compound));
  }
}
