package io.mapscope.weaver;

import java.util.Arrays;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.TypePath;

/**
 * A method with new local variables between its arguments and its own variables, which move up.
 *
 * <p>All of them must have a value from the call of {@link #live()} on: they are part of every
 * stack map frame behind it.
 *
 * <p>ASM's {@code LocalVariablesSorter} does more, for variables that are not known beforehand, and
 * needs expanded frames, which ASM's writer then has to compress again: with it a quarter of the
 * CPU time of weaving, which is spent before {@code main}, was spent on frames. This one takes the
 * frames as the class file has them and gives them on as full ones, which are written as they are.
 */
abstract class AddedLocals extends MethodVisitor {
  private final int firstAdded;
  private final int addedSlots;
  private final Object[] added;
  private Object[] current;
  private boolean live;

  AddedLocals(TargetMethod method, MethodVisitor next, Type... types) {
    super(Opcodes.ASM9, next);
    firstAdded = method.argumentSlots();
    current = method.frameLocalsAtEntry();
    added = new Object[types.length];
    int slots = 0;
    for (int i = 0; i < types.length; i++) {
      added[i] = TargetMethod.frameType(types[i]);
      slots += types[i].getSize();
    }
    addedSlots = slots;
  }

  /** The first of the new variables; the others follow it, each after the slots of its type. */
  final int firstAdded() {
    return firstAdded;
  }

  /** From here on the new variables have values. */
  final void live() {
    live = true;
  }

  final boolean isLive() {
    return live;
  }

  private int moved(int local) {
    return local < firstAdded ? local : local + addedSlots;
  }

  @Override
  public void visitVarInsn(int opcode, int local) {
    super.visitVarInsn(opcode, moved(local));
  }

  @Override
  public void visitIincInsn(int local, int increment) {
    super.visitIincInsn(moved(local), increment);
  }

  @Override
  public void visitLocalVariable(
      String name, String descriptor, String signature, Label start, Label end, int index) {
    super.visitLocalVariable(name, descriptor, signature, start, end, moved(index));
  }

  @Override
  public AnnotationVisitor visitLocalVariableAnnotation(
      int typeRef,
      TypePath typePath,
      Label[] start,
      Label[] end,
      int[] index,
      String descriptor,
      boolean visible) {
    int[] movedIndex = new int[index.length];
    for (int i = 0; i < index.length; i++) {
      movedIndex[i] = moved(index[i]);
    }
    return super.visitLocalVariableAnnotation(
        typeRef, typePath, start, end, movedIndex, descriptor, visible);
  }

  /** Every frame leaves as a full one; what it changes is followed, as JVMS 4.7.4 says. */
  @Override
  public void visitFrame(int kind, int count, Object[] locals, int stackCount, Object[] stack) {
    switch (kind) {
      case Opcodes.F_FULL, Opcodes.F_NEW -> current = Arrays.copyOf(locals, count);
      case Opcodes.F_APPEND -> {
        int known = current.length;
        current = Arrays.copyOf(current, known + count);
        System.arraycopy(locals, 0, current, known, count);
      }
      case Opcodes.F_CHOP -> current = Arrays.copyOf(current, current.length - count);
      case Opcodes.F_SAME, Opcodes.F_SAME1 -> {}
      default -> throw new IllegalArgumentException("frame of an unknown kind: " + kind);
    }
    Object[] full = withAdded();
    boolean keepsStack = kind == Opcodes.F_FULL || kind == Opcodes.F_NEW || kind == Opcodes.F_SAME1;
    super.visitFrame(
        Opcodes.F_FULL, full.length, full, keepsStack ? stackSize(kind, stackCount) : 0, stack);
  }

  private static int stackSize(int kind, int stackCount) {
    return kind == Opcodes.F_SAME1 ? 1 : stackCount;
  }

  /** The new variables stand behind those of {@link #current} that lie in the arguments' slots. */
  private Object[] withAdded() {
    int before = 0;
    int slots = 0;
    while (before < current.length && slots < firstAdded) {
      slots += slotsOf(current[before++]);
    }
    int missing = firstAdded - slots;
    Object[] placed = live ? added : unset(addedSlots);
    Object[] all = new Object[current.length + missing + placed.length];
    System.arraycopy(current, 0, all, 0, before);
    Arrays.fill(all, before, before + missing, Opcodes.TOP);
    System.arraycopy(placed, 0, all, before + missing, placed.length);
    System.arraycopy(
        current, before, all, before + missing + placed.length, current.length - before);
    return all;
  }

  private static Object[] unset(int slots) {
    Object[] tops = new Object[slots];
    Arrays.fill(tops, Opcodes.TOP);
    return tops;
  }

  private static int slotsOf(Object frameType) {
    return frameType == Opcodes.LONG || frameType == Opcodes.DOUBLE ? 2 : 1;
  }
}
