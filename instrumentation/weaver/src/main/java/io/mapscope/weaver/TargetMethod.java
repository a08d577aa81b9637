package io.mapscope.weaver;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** A method of a class that is being woven, as its class file declares it. */
public record TargetMethod(String owner, int access, String name, String descriptor) {
  private static final int NO_BODY_OF_ITS_OWN =
      Opcodes.ACC_SYNTHETIC | Opcodes.ACC_ABSTRACT | Opcodes.ACC_STATIC | Opcodes.ACC_NATIVE;

  /** Whether it is an instance method with a body that the programmer wrote. */
  boolean isOrdinary() {
    return (access & NO_BODY_OF_ITS_OWN) == 0;
  }

  int arity() {
    return Type.getArgumentTypes(descriptor).length;
  }
}
