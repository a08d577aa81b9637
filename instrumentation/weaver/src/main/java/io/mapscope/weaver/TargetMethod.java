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

  /** Whether it is a method that the programmer wrote, static or not. */
  boolean hasBody() {
    return (access & NO_BODY_OF_ITS_OWN & ~Opcodes.ACC_STATIC) == 0;
  }

  boolean isStatic() {
    return (access & Opcodes.ACC_STATIC) != 0;
  }

  boolean isConstructor() {
    return name.equals("<init>");
  }

  /** The local variable that the last argument, a reference, arrives in. */
  int lastArgumentVariable() {
    return (Type.getArgumentsAndReturnSizes(descriptor) >> 2) - 1;
  }

  Type returned() {
    return Type.getReturnType(descriptor);
  }

  int arity() {
    return Type.getArgumentTypes(descriptor).length;
  }

  /** How many local variables {@code this}, unless static, and the arguments take. */
  int argumentSlots() {
    int slots = Type.getArgumentsAndReturnSizes(descriptor) >> 2;
    return isStatic() ? slots - 1 : slots;
  }

  /** The local variable that holds argument {@code number}, counted from 0. */
  int local(int number) {
    Type[] arguments = Type.getArgumentTypes(descriptor);
    int local = isStatic() ? 0 : 1;
    for (int i = 0; i < number; i++) {
      local += arguments[i].getSize();
    }
    return local;
  }

  /** A stack map frame's view of {@code this}, unless static, and the arguments. */
  Object[] frameLocals() {
    Type[] arguments = Type.getArgumentTypes(descriptor);
    int first = isStatic() ? 0 : 1;
    Object[] types = new Object[arguments.length + first];
    if (first == 1) {
      types[0] = owner;
    }
    for (int i = 0; i < arguments.length; i++) {
      types[i + first] = frameType(arguments[i]);
    }
    return types;
  }

  /** The same where the method begins: in a constructor {@code this} is not one yet. */
  Object[] frameLocalsAtEntry() {
    Object[] locals = frameLocals();
    if (isConstructor()) {
      locals[0] = Opcodes.UNINITIALIZED_THIS;
    }
    return locals;
  }

  /** A stack map frame's view of the stack with what is returned; empty for {@code void}. */
  Object[] frameResult() {
    Type result = Type.getReturnType(descriptor);
    return result.getSort() == Type.VOID ? new Object[0] : new Object[] {frameType(result)};
  }

  static Object frameType(Type type) {
    return switch (type.getSort()) {
      case Type.LONG -> Opcodes.LONG;
      case Type.DOUBLE -> Opcodes.DOUBLE;
      case Type.FLOAT -> Opcodes.FLOAT;
      case Type.BOOLEAN, Type.BYTE, Type.SHORT, Type.CHAR, Type.INT -> Opcodes.INTEGER;
      default -> type.getInternalName();
    };
  }
}
