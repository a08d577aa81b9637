package io.mapscope.weaver;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.MethodVisitor;

/** One change to the body of a method: a visitor put in front of the one that writes it. */
@FunctionalInterface
public interface Weave {
  MethodVisitor on(TargetMethod method, MethodVisitor next);

  /**
   * The method whose call this changes, without which a body has not the shape that is known; null
   * when any body will do.
   */
  default @Nullable String callNeeded() {
    return null;
  }
}
