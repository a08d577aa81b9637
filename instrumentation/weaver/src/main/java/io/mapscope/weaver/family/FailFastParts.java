package io.mapscope.weaver.family;

import static io.mapscope.weaver.FailFast.noteModification;

import io.mapscope.weaver.ClassPlan;

/** Iterators and spliterators that are woven for their ConcurrentModificationExceptions alone. */
final class FailFastParts {
  private FailFastParts() {}

  /** The plan of {@code name}, a class of {@code java.util}. */
  static ClassPlan of(String name) {
    return ClassPlan.of("java.util." + name).weave(noteModification(), "*");
  }
}
