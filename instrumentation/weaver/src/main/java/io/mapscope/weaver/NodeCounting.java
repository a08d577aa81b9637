package io.mapscope.weaver;

import static io.mapscope.weaver.Recorder.ALLOCATION;
import static io.mapscope.weaver.Recorder.OBJECT;
import static io.mapscope.weaver.Recorder.call;
import static io.mapscope.weaver.Recorder.loadThis;

import java.util.List;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Counts the nodes a method makes in a new local variable, which costs nothing, and tells the
 * recorder before every return. A method that throws tells nothing.
 *
 * @param teller what the recorder is told by
 * @param what which instructions make a node
 * @param names of the methods called, or simple names of the nested classes constructed
 */
record NodeCounting(String teller, Evidence what, List<String> names) implements Weave {
  /** How an instruction shows that a node is made. */
  enum Evidence {
    /** The method is called. */
    CALL,
    /** The class is constructed. */
    CONSTRUCTION,
    /** The method, a put, has returned null. */
    ABSENT
  }

  @Override
  public MethodVisitor on(TargetMethod method, MethodVisitor next) {
    return new Visitor(method, next);
  }

  private boolean makesNode(String owner, String name) {
    return what == Evidence.CONSTRUCTION
        ? name.equals("<init>") && names.contains(owner.substring(owner.lastIndexOf('$') + 1))
        : names.contains(name);
  }

  private final class Visitor extends AddedLocals {
    private final int made;

    Visitor(TargetMethod method, MethodVisitor next) {
      super(method, next, Type.INT_TYPE);
      made = firstAdded();
    }

    @Override
    public void visitCode() {
      super.visitCode();
      mv.visitInsn(Opcodes.ICONST_0);
      mv.visitVarInsn(Opcodes.ISTORE, made);
      live();
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String name, String desc, boolean isInterface) {
      super.visitMethodInsn(opcode, owner, name, desc, isInterface);
      if (makesNode(owner, name)) {
        if (what == Evidence.ABSENT) {
          addAbsent();
        } else {
          mv.visitIincInsn(made, 1);
        }
      }
    }

    private void addAbsent() {
      mv.visitInsn(Opcodes.DUP);
      call(mv, ALLOCATION, "absent", "(" + OBJECT + ")I");
      mv.visitVarInsn(Opcodes.ILOAD, made);
      mv.visitInsn(Opcodes.IADD);
      mv.visitVarInsn(Opcodes.ISTORE, made);
    }

    @Override
    public void visitInsn(int opcode) {
      if (AtReturn.isReturn(opcode)) {
        loadThis(mv);
        mv.visitVarInsn(Opcodes.ILOAD, made);
        call(mv, ALLOCATION, teller, "(" + OBJECT + "I)V");
      }
      super.visitInsn(opcode);
    }
  }
}
