package io.mapscope.benchmarks.scaling;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** The same with a counter of its reads that all threads write, so that some are lost. */
final class SharedCounterMap extends OneWordMap {
  private static final VarHandle READS;

  private int reads;

  static {
    try {
      READS = MethodHandles.lookup().findVarHandle(SharedCounterMap.class, "reads", int.class);
    } catch (ReflectiveOperationException missing) {
      throw new ExceptionInInitializerError(missing);
    }
  }

  SharedCounterMap(int size) {
    super(size);
  }

  @Override
  public Integer get(Object key) {
    READS.setOpaque(this, (int) READS.getOpaque(this) + 1);
    return super.get(key);
  }
}
