package io.mapscope.weaver;

import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Puts the result of one call into a new local variable on entry, and makes another call with it
 * before every return.
 *
 * @param descriptor of the value remembered: {@code I}, {@code J} or a class of the recorder
 */
record Remembering(String descriptor, Call onEntry, Call onReturn) implements Weave {
  @Override
  public MethodVisitor on(TargetMethod method, MethodVisitor next) {
    return new Visitor(method, next);
  }

  private final class Visitor extends AddedLocals {
    private final TargetMethod method;
    private final int local;

    Visitor(TargetMethod method, MethodVisitor next) {
      super(method, next, Type.getType(descriptor));
      this.method = method;
      local = firstAdded();
    }

    @Override
    public void visitCode() {
      super.visitCode();
      Type type = Type.getType(descriptor);
      onEntry.addTo(mv, method, local);
      mv.visitVarInsn(type.getOpcode(Opcodes.ISTORE), local);
      live();
    }

    @Override
    public void visitInsn(int opcode) {
      if (AtReturn.isReturn(opcode)) {
        onReturn.addTo(mv, method, local);
      }
      super.visitInsn(opcode);
    }
  }
}
