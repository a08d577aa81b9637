package io.mapscope.runtime.collect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** The instructions of one method with their offsets, as far as {@link ValueTrail} cares. */
final class MethodCode extends ClassVisitor {
  /**
   * One instruction.
   *
   * @param line of the source, -1 when the class file does not tell
   * @param operand a local variable's index, or the offset a GOTO leads to
   */
  record Instruction(
      int offset, int line, int opcode, String owner, String name, String desc, int operand) {
    boolean isConstructorOf(String internalName) {
      return opcode == Opcodes.INVOKESPECIAL && name.equals("<init>") && owner.equals(internalName);
    }

    boolean isFactory() {
      return opcode == Opcodes.INVOKESTATIC && desc.endsWith(";");
    }

    boolean isCall() {
      return opcode >= Opcodes.INVOKEVIRTUAL && opcode <= Opcodes.INVOKEDYNAMIC;
    }
  }

  private final String methodName;
  private final String descriptor;
  private final List<Instruction> instructions = new ArrayList<>();
  private final Map<Label, Integer> labels = new HashMap<>();
  private final Map<Integer, Label> jumps = new HashMap<>();
  private int offset;
  private int line = -1;

  MethodCode(String methodName, String descriptor) {
    super(Opcodes.ASM9);
    this.methodName = methodName;
    this.descriptor = descriptor;
  }

  void read(ClassReader reader) {
    new OffsetReader(reader).accept(this, ClassReader.SKIP_FRAMES);
    jumps.forEach(
        (index, label) -> {
          Instruction jump = instructions.get(index);
          Integer target = labels.get(label);
          instructions.set(
              index,
              new Instruction(
                  jump.offset(),
                  jump.line(),
                  jump.opcode(),
                  "",
                  "",
                  "",
                  target == null ? -1 : target));
        });
  }

  List<Instruction> instructions() {
    return instructions;
  }

  @Override
  public @Nullable MethodVisitor visitMethod(
      int access,
      String name,
      String desc,
      @Nullable String signature,
      String @Nullable [] thrown) {
    return name.equals(methodName) && desc.equals(descriptor) ? new Collecting() : null;
  }

  /** ASM tells offsets to subclasses of the reader only. */
  private final class OffsetReader extends ClassReader {
    OffsetReader(ClassReader reader) {
      super(reader.b);
    }

    @Override
    protected void readBytecodeInstructionOffset(int bytecodeOffset) {
      offset = bytecodeOffset;
    }
  }

  private final class Collecting extends MethodVisitor {
    Collecting() {
      super(Opcodes.ASM9);
    }

    private void add(int opcode, String owner, String name, String desc, int operand) {
      instructions.add(new Instruction(offset, line, opcode, owner, name, desc, operand));
    }

    @Override
    public void visitLabel(Label label) {
      labels.put(label, offset); // the reader tells the offset before it visits the label
    }

    @Override
    public void visitLineNumber(int number, Label start) {
      line = number;
    }

    @Override
    public void visitInsn(int opcode) {
      add(opcode, "", "", "", 0);
    }

    @Override
    public void visitIntInsn(int opcode, int operand) {
      add(opcode, "", "", "", 0);
    }

    @Override
    public void visitVarInsn(int opcode, int variable) {
      add(opcode, "", "", "", variable);
    }

    @Override
    public void visitTypeInsn(int opcode, String type) {
      add(opcode, type, "", "", 0);
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String desc) {
      add(opcode, owner, name, desc, 0);
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String name, String desc, boolean isInterface) {
      add(opcode, owner, name, desc, 0);
    }

    @Override
    public void visitInvokeDynamicInsn(
        String name, String desc, org.objectweb.asm.Handle bootstrap, Object... arguments) {
      add(Opcodes.INVOKEDYNAMIC, "", name, desc, 0);
    }

    @Override
    public void visitJumpInsn(int opcode, Label label) {
      jumps.put(instructions.size(), label);
      add(opcode, "", "", "", -1);
    }

    @Override
    public void visitLdcInsn(Object value) {
      add(Opcodes.LDC, "", "", "", 0);
    }

    @Override
    public void visitIincInsn(int variable, int increment) {
      add(Opcodes.IINC, "", "", "", variable);
    }

    @Override
    public void visitTableSwitchInsn(int min, int max, Label otherwise, Label... cases) {
      add(Opcodes.TABLESWITCH, "", "", "", 0);
    }

    @Override
    public void visitLookupSwitchInsn(Label otherwise, int[] keys, Label[] cases) {
      add(Opcodes.LOOKUPSWITCH, "", "", "", 0);
    }

    @Override
    public void visitMultiANewArrayInsn(String desc, int dimensions) {
      add(Opcodes.MULTIANEWARRAY, "", "", "", 0);
    }
  }
}
