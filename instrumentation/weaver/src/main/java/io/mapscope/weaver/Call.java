package io.mapscope.weaver;

import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * A call of a static method of the recorder, and where its arguments come from: plain data, so that
 * the weaves of all families cost no lambda at start-up.
 */
final class Call {
  /** Where an argument comes from. */
  enum Source {
    /** What the woven method is about to return; must be the first argument. */
    RETURNED,
    /** The same where it is a long. */
    RETURNED_LONG,
    THIS,
    /** The woven method's first argument, a reference. */
    FIRST_ARGUMENT,
    /** The second, a reference, when the first takes one place. */
    SECOND_ARGUMENT,
    /** The argument in the local variable of this number, an int or boolean. */
    INT_ARGUMENT,
    /** The woven method's last argument, a reference. */
    LAST_ARGUMENT,
    CONSTANT,
    /** The woven method's name. */
    METHOD_NAME,
    /** The woven method's argument of a number, a reference. */
    ARGUMENT,
    /** What a method without arguments of such an argument, or of {@code this}, returns. */
    ASKED,
    /** A field of {@code this}. */
    FIELD,
    /** The local variable that remembers a value since the entry. */
    REMEMBERED_INT,
    REMEMBERED_LONG,
    REMEMBERED_REFERENCE
  }

  /**
   * One argument; {@code number} is for constants, {@code name} and {@code descriptor} for fields.
   */
  record Argument(Source source, int number, String name, String descriptor) {}

  static final Argument RETURNED = new Argument(Source.RETURNED, 0, "", "");
  static final Argument RETURNED_LONG = new Argument(Source.RETURNED_LONG, 0, "", "");
  static final Argument THIS = new Argument(Source.THIS, 0, "", "");
  static final Argument FIRST_ARGUMENT = new Argument(Source.FIRST_ARGUMENT, 0, "", "");
  static final Argument SECOND_ARGUMENT = new Argument(Source.SECOND_ARGUMENT, 0, "", "");
  static final Argument METHOD_NAME = new Argument(Source.METHOD_NAME, 0, "", "");
  static final Argument LAST_ARGUMENT = new Argument(Source.LAST_ARGUMENT, 0, "", "");
  static final Argument REMEMBERED_INT = new Argument(Source.REMEMBERED_INT, 0, "", "");
  static final Argument REMEMBERED_LONG = new Argument(Source.REMEMBERED_LONG, 0, "", "");
  static final Argument REMEMBERED_REFERENCE = new Argument(Source.REMEMBERED_REFERENCE, 0, "", "");
  static final Argument SIZE = field("size", "I");
  static final Argument CHANGES = field("modCount", "I");

  private final String owner;
  private final String name;
  private final String descriptor;
  private final Argument[] arguments;

  private Call(String owner, String name, String descriptor, Argument... arguments) {
    this.owner = owner;
    this.name = name;
    this.descriptor = descriptor;
    this.arguments = arguments;
  }

  static Call of(String owner, String name, String descriptor, Argument... arguments) {
    return new Call(owner, name, descriptor, arguments);
  }

  static Argument constant(int number) {
    return new Argument(Source.CONSTANT, number, "", "");
  }

  static Argument intArgument(int local) {
    return new Argument(Source.INT_ARGUMENT, local, "", "");
  }

  static Argument field(String name, String descriptor) {
    return new Argument(Source.FIELD, 0, name, descriptor);
  }

  /** The method's argument {@code number}, counted from 0. */
  static Argument argument(int number) {
    return new Argument(Source.ARGUMENT, number, "", "");
  }

  /**
   * What {@code method} of the argument {@code number}, or of {@code this} when that is -1,
   * returns.
   *
   * @param descriptor owner, a dot and the method's descriptor
   */
  static Argument asked(int number, String method, String descriptor) {
    return new Argument(Source.ASKED, number, method, descriptor);
  }

  /** Adds the call; {@code local} is the variable that remembers, if an argument needs it. */
  void addTo(MethodVisitor to, TargetMethod method, int local) {
    for (Argument argument : arguments) {
      load(to, method, local, argument);
    }
    Recorder.call(to, owner, name, descriptor);
  }

  private static void load(MethodVisitor to, TargetMethod method, int local, Argument argument) {
    switch (argument.source()) {
      case RETURNED -> to.visitInsn(Opcodes.DUP);
      case RETURNED_LONG -> to.visitInsn(Opcodes.DUP2);
      case THIS -> to.visitVarInsn(Opcodes.ALOAD, 0);
      case FIRST_ARGUMENT -> to.visitVarInsn(Opcodes.ALOAD, 1);
      case SECOND_ARGUMENT -> to.visitVarInsn(Opcodes.ALOAD, 2);
      case INT_ARGUMENT -> to.visitVarInsn(Opcodes.ILOAD, argument.number());
      case LAST_ARGUMENT -> to.visitVarInsn(Opcodes.ALOAD, method.lastArgumentVariable());
      case CONSTANT -> to.visitIntInsn(Opcodes.BIPUSH, argument.number());
      case METHOD_NAME -> to.visitLdcInsn(method.name());
      case ARGUMENT -> to.visitVarInsn(Opcodes.ALOAD, method.local(argument.number()));
      case ASKED -> ask(to, method, argument);
      case REMEMBERED_INT -> to.visitVarInsn(Opcodes.ILOAD, local);
      case REMEMBERED_LONG -> to.visitVarInsn(Opcodes.LLOAD, local);
      case REMEMBERED_REFERENCE -> to.visitVarInsn(Opcodes.ALOAD, local);
      case FIELD -> {
        to.visitVarInsn(Opcodes.ALOAD, 0);
        to.visitFieldInsn(Opcodes.GETFIELD, method.owner(), argument.name(), argument.descriptor());
      }
    }
  }

  private static void ask(MethodVisitor to, TargetMethod method, Argument argument) {
    int dot = argument.descriptor().indexOf('.');
    String owner = argument.descriptor().substring(0, dot);
    int local = argument.number() < 0 ? 0 : method.local(argument.number());
    to.visitVarInsn(Opcodes.ALOAD, local);
    to.visitMethodInsn(
        Opcodes.INVOKEVIRTUAL,
        owner,
        argument.name(),
        argument.descriptor().substring(dot + 1),
        false);
  }
}
