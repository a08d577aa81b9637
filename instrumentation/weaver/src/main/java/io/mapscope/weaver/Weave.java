package io.mapscope.weaver;

import org.objectweb.asm.MethodVisitor;

/** One change to the body of a method: a visitor put in front of the one that writes it. */
@FunctionalInterface
public interface Weave {
  MethodVisitor on(TargetMethod method, MethodVisitor next);
}
