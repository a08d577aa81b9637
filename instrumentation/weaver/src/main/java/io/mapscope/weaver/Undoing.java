package io.mapscope.weaver;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.LocalVariablesSorter;

/**
 * Does something on entry and undoes it however the method ends: a {@code try}/{@code finally}
 * around the body.
 *
 * <p>What is undone is kept in a new local variable that is never null, so that undoing is straight
 * code: no branch (hence no stack map frame at the returns) and no call (hence nothing that an
 * exhausted stack could prevent). The code at the returns lies outside the protected range.
 */
final class Undoing extends LocalVariablesSorter {
  private record Range(Label start, Label end) {}

  private final TargetMethod method;
  private final Type type;
  private final AtReturn.Code onEntry;
  private final Remembering.Code undo;
  private final Remembering.Code onReturn;
  private final List<Range> ranges = new ArrayList<>();
  private Label start = new Label();
  private int local;

  /**
   * @param onEntry leaves the value to remember on the stack
   * @param undo runs on every way out
   * @param onReturn runs after {@code undo} when the method returns, with what it returns on top
   */
  Undoing(
      TargetMethod method,
      MethodVisitor next,
      String internalName,
      AtReturn.Code onEntry,
      Remembering.Code undo,
      Remembering.Code onReturn) {
    super(Opcodes.ASM9, method.access(), method.descriptor(), next);
    this.method = method;
    this.type = Type.getObjectType(internalName);
    this.onEntry = onEntry;
    this.undo = undo;
    this.onReturn = onReturn;
  }

  @Override
  public void visitCode() {
    super.visitCode();
    local = newLocal(type);
    onEntry.add(mv);
    mv.visitVarInsn(Opcodes.ASTORE, local);
    mv.visitLabel(start);
  }

  @Override
  public void visitInsn(int opcode) {
    if (!AtReturn.isReturn(opcode)) {
      super.visitInsn(opcode);
      return;
    }
    Label end = new Label();
    mv.visitLabel(end);
    ranges.add(new Range(start, end));
    undo.add(mv, local);
    onReturn.add(mv, local);
    super.visitInsn(opcode);
    start = new Label();
    mv.visitLabel(start);
  }

  @Override
  public void visitMaxs(int maxStack, int maxLocals) {
    Label handler = new Label();
    mv.visitLabel(handler);
    ranges.add(new Range(start, handler));
    Object[] locals = parameterTypes();
    visitFrame(Opcodes.F_NEW, locals.length, locals, 1, new Object[] {"java/lang/Throwable"});
    undo.add(mv, local);
    mv.visitInsn(Opcodes.ATHROW);
    for (Range range : ranges) {
      if (range.start().getOffset() != range.end().getOffset()) {
        mv.visitTryCatchBlock(range.start(), range.end(), handler, "java/lang/Throwable");
      }
    }
    super.visitMaxs(maxStack, maxLocals);
  }

  /** The frame's view of {@code this} and the arguments. */
  private Object[] parameterTypes() {
    Type[] arguments = Type.getArgumentTypes(method.descriptor());
    Object[] types = new Object[arguments.length + 1];
    types[0] = method.owner();
    for (int i = 0; i < arguments.length; i++) {
      types[i + 1] = frameType(arguments[i]);
    }
    return types;
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
