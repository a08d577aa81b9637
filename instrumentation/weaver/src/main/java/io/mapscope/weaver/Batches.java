package io.mapscope.weaver;

import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.util.List;

/**
 * Retransforms classes in as few exchanges as possible: all threads stand still for each, mostly
 * for work that does not depend on the number of classes. Eight at a time made a running
 * application stand still for longer, in every single pause too (docs/attach.md).
 */
final class Batches {
  private static final int MOST_CLASSES = 64;

  private Batches() {}

  static void retransform(List<Class<?>> classes, Instrumentation instrumentation)
      throws UnmodifiableClassException {
    for (int from = 0; from < classes.size(); from += MOST_CLASSES) {
      int to = Math.min(from + MOST_CLASSES, classes.size());
      instrumentation.retransformClasses(classes.subList(from, to).toArray(new Class<?>[0]));
    }
  }
}
