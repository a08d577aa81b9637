package io.mapscope.runtime.collect;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Which instructions of one method can follow which: its control flow, exceptions included. */
final class MethodFlow extends ClassVisitor {
  private record Step(int offset, int opcode, Label[] targets) {}

  /** Names under which locks of any make are taken. */
  private static final Set<String> TAKING =
      Set.of(
          "lock", "lockInterruptibly", "tryLock", "readLock", "writeLock", "acquire", "tryAcquire");

  private record Handler(Label start, Label end, Label target) {}

  private final String methodName;
  private final String descriptor;
  private final List<Step> steps = new ArrayList<>();
  private final List<Handler> handlers = new ArrayList<>();
  private final Map<Label, Integer> labels = new HashMap<>();
  private final Map<Integer, Integer> indexOf = new HashMap<>();
  private boolean synchronizedMethod;

  /** Offset of the first call that may take a lock. */
  private int firstLock = Integer.MAX_VALUE;

  private int offset;

  private MethodFlow(String methodName, String descriptor) {
    super(Opcodes.ASM9);
    this.methodName = methodName;
    this.descriptor = descriptor;
  }

  static MethodFlow read(byte[] classFile, String methodName, String descriptor) {
    MethodFlow flow = new MethodFlow(methodName, descriptor);
    flow.new OffsetReader(classFile).accept(flow, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    for (int i = 0; i < flow.steps.size(); i++) {
      flow.indexOf.put(flow.steps.get(i).offset(), i);
    }
    return flow;
  }

  /** Whether every way from the method's begin to {@code last} leads over {@code first}. */
  boolean always(int first, int last) {
    Integer from = indexOf.get(first);
    Integer to = indexOf.get(last);
    return from != null && to != null && !from.equals(to) && !reachable(from).get(to);
  }

  /** What can be reached from the begin without {@code avoided}. */
  private BitSet reachable(int avoided) {
    BitSet seen = new BitSet(steps.size());
    Deque<Integer> open = new ArrayDeque<>(List.of(0));
    while (!open.isEmpty()) {
      int i = open.pop();
      if (i != avoided && i < steps.size() && !seen.get(i)) {
        seen.set(i);
        followers(i).forEach(open::push);
      }
    }
    return seen;
  }

  private List<Integer> followers(int i) {
    Step step = steps.get(i);
    List<Integer> next = new ArrayList<>();
    for (Label target : step.targets()) {
      next.add(index(target));
    }
    if (!endsTheWay(step.opcode())) {
      next.add(i + 1);
    }
    for (Handler handler : handlers) {
      if (index(handler.start()) <= i && i < index(handler.end())) {
        next.add(index(handler.target()));
      }
    }
    return next;
  }

  private static boolean endsTheWay(int opcode) {
    return opcode == Opcodes.GOTO
        || opcode == Opcodes.TABLESWITCH
        || opcode == Opcodes.LOOKUPSWITCH
        || opcode == Opcodes.ATHROW
        || (opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN);
  }

  private int index(Label label) {
    return indexOf.getOrDefault(labels.getOrDefault(label, -1), steps.size());
  }

  /** Whether something that looks like the taking of a lock is called before {@code first}. */
  boolean takesALockBefore(int first) {
    return firstLock < first;
  }

  /** Whether both lie in one synchronized block or the method is synchronized. */
  boolean underOneMonitor(int first, int last) {
    int depth = 0;
    for (Step step : steps) {
      if (step.offset() == last) {
        return depth > 0 || synchronizedMethod;
      }
      if (step.opcode() == Opcodes.MONITORENTER && step.offset() < first) {
        depth++;
      }
      if (step.opcode() == Opcodes.MONITOREXIT) {
        depth = step.offset() < first ? Math.max(0, depth - 1) : 0;
      }
    }
    return synchronizedMethod;
  }

  @Override
  public @Nullable MethodVisitor visitMethod(
      int access,
      String name,
      String desc,
      @Nullable String signature,
      String @Nullable [] thrown) {
    if (!name.equals(methodName) || !desc.equals(descriptor)) {
      return null;
    }
    synchronizedMethod = (access & Opcodes.ACC_SYNCHRONIZED) != 0;
    return new Collecting();
  }

  /** ASM tells offsets to subclasses of the reader only. */
  private final class OffsetReader extends ClassReader {
    OffsetReader(byte[] classFile) {
      super(classFile);
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

    private void add(int opcode, Label... targets) {
      steps.add(new Step(offset, opcode, targets));
    }

    @Override
    public void visitLabel(Label label) {
      labels.put(label, offset); // the reader tells the offset before it visits the label
    }

    @Override
    public void visitTryCatchBlock(Label start, Label end, Label target, @Nullable String type) {
      handlers.add(new Handler(start, end, target));
    }

    @Override
    public void visitInsn(int opcode) {
      add(opcode);
    }

    @Override
    public void visitIntInsn(int opcode, int operand) {
      add(opcode);
    }

    @Override
    public void visitVarInsn(int opcode, int variable) {
      add(opcode);
    }

    @Override
    public void visitTypeInsn(int opcode, String type) {
      add(opcode);
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String desc) {
      add(opcode);
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String name, String desc, boolean isInterface) {
      add(opcode);
      if (TAKING.contains(name)) {
        firstLock = Math.min(firstLock, offset);
      }
    }

    @Override
    public void visitInvokeDynamicInsn(
        String name, String desc, Handle bootstrap, Object... arguments) {
      add(Opcodes.INVOKEDYNAMIC);
    }

    @Override
    public void visitJumpInsn(int opcode, Label label) {
      add(opcode, label);
    }

    @Override
    public void visitLdcInsn(Object value) {
      add(Opcodes.LDC);
    }

    @Override
    public void visitIincInsn(int variable, int increment) {
      add(Opcodes.IINC);
    }

    @Override
    public void visitTableSwitchInsn(int min, int max, Label otherwise, Label... cases) {
      Label[] targets = Arrays.copyOf(cases, cases.length + 1);
      targets[cases.length] = otherwise;
      add(Opcodes.TABLESWITCH, targets);
    }

    @Override
    public void visitLookupSwitchInsn(Label otherwise, int[] keys, Label[] cases) {
      Label[] targets = Arrays.copyOf(cases, cases.length + 1);
      targets[cases.length] = otherwise;
      add(Opcodes.LOOKUPSWITCH, targets);
    }

    @Override
    public void visitMultiANewArrayInsn(String desc, int dimensions) {
      add(Opcodes.MULTIANEWARRAY);
    }
  }
}
