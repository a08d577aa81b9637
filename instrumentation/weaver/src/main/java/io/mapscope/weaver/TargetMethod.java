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

  /** A stack map frame's view of {@code this} and the arguments. */
  Object[] frameLocals() {
    Type[] arguments = Type.getArgumentTypes(descriptor);
    Object[] types = new Object[arguments.length + 1];
    types[0] = owner;
    for (int i = 0; i < arguments.length; i++) {
      types[i + 1] = frameType(arguments[i]);
    }
    return types;
  }

  /** A stack map frame's view of the stack with what is returned; empty for {@code void}. */
  Object[] frameResult() {
    Type result = Type.getReturnType(descriptor);
    return result.getSort() == Type.VOID ? new Object[0] : new Object[] {frameType(result)};
  }

  private static Object frameType(Type type) {
    return switch (type.getSort()) {
      case Type.LONG -> Opcodes.LONG;
      case Type.DOUBLE -> Opcodes.DOUBLE;
      case Type.FLOAT -> Opcodes.FLOAT;
      case Type.BOOLEAN, Type.BYTE, Type.SHORT, Type.CHAR, Type.INT -> Opcodes.INTEGER;
      default -> type.getInternalName();
    };
  }
}
