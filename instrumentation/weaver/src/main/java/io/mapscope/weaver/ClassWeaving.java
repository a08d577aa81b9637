package io.mapscope.weaver;

import java.util.MapscopeReentry;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Applies one plan to one class file: bodies change, members do not, as retransformation asks.
 *
 * <p>By ASM and not by Byte Buddy's Advice: describing types, parsing advice and inlining it took
 * 300 ms of CPU before {@code main}, against about a tenth of that for adding the calls directly
 * (docs/overhead.md).
 */
final class ClassWeaving extends ClassVisitor {
  /** HotSpot heeds it in classes of java.base, retransformed ones included. */
  private final ClassPlan plan;

  private final int demanded;
  private final boolean[][] met;

  /** What a method should do and does not, or null. */
  private @Nullable String callMissed;

  private String owner = "";

  private ClassWeaving(ClassPlan plan, int demanded, ClassVisitor next) {
    super(Opcodes.ASM9, next);
    this.plan = plan;
    this.demanded = demanded;
    met = new boolean[plan.hooks().size()][];
    for (int i = 0; i < met.length; i++) {
      met[i] = new boolean[plan.hooks().get(i).methods().length];
    }
  }

  /**
   * The woven class file, without what is woven on demand.
   *
   * @throws UnknownShape as {@link #weave(ClassPlan, int, byte[])} does
   */
  static byte[] weave(ClassPlan plan, byte[] classFile) throws UnknownShape {
    return weave(plan, 0, classFile);
  }

  /**
   * The woven class file.
   *
   * @param demanded for which demands it is woven, too; the shape is checked for all
   * @throws UnknownShape if a method, or a call in one, that the plan relies on does not exist
   */
  static byte[] weave(ClassPlan plan, int demanded, byte[] classFile) throws UnknownShape {
    int work = MapscopeReentry.beginWork();
    try {
      WovenClassFile written = new WovenClassFile(new ClassReader(classFile));
      ClassWeaving weaving = new ClassWeaving(plan, demanded, written.visitor());
      byte[] woven = written.writtenBy(weaving);
      weaving.checkShape();
      return woven;
    } finally {
      MapscopeReentry.endWork(work);
    }
  }

  @Override
  public void visit(
      int version,
      int access,
      String name,
      String signature,
      String superName,
      String[] interfaces) {
    owner = name;
    super.visit(version, access, name, signature, superName, interfaces);
  }

  @Override
  public MethodVisitor visitMethod(
      int access, String name, String descriptor, String signature, String[] exceptions) {
    MethodVisitor visitor = super.visitMethod(access, name, descriptor, signature, exceptions);
    TargetMethod method = new TargetMethod(owner, access, name, descriptor);
    for (long left = plan.hooksFor(name); left != 0; left &= left - 1) {
      int i = Long.numberOfTrailingZeros(left);
      ClassPlan.Hook hook = plan.hooks().get(i);
      if (hook.isFor(method, met[i]) && hook.isDue(demanded)) {
        visitor = hook.weave().on(method, visitor);
        String call = hook.weave().callNeeded();
        if (call != null) {
          visitor = new CallCheck(method, call, visitor);
        }
      }
    }
    return visitor;
  }

  /** Sees whether a method calls another. */
  private final class CallCheck extends MethodVisitor {
    private final TargetMethod method;
    private final String call;
    private boolean seen;

    CallCheck(TargetMethod method, String call, MethodVisitor next) {
      super(Opcodes.ASM9, next);
      this.method = method;
      this.call = call;
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String name, String descriptor, boolean isInterface) {
      seen |= name.equals(call);
      super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
    }

    @Override
    public void visitEnd() {
      if (!seen) {
        callMissed = method.name() + " that calls " + call;
      }
      super.visitEnd();
    }
  }

  private void checkShape() throws UnknownShape {
    for (int i = 0; i < met.length; i++) {
      MethodSpec[] methods = plan.hooks().get(i).methods();
      for (int spec = 0; spec < met[i].length; spec++) {
        if (!met[i][spec] && !methods[spec].optional()) {
          throw new UnknownShape(plan.className() + " has no method " + methods[spec]);
        }
      }
    }
    if (callMissed != null) {
      throw new UnknownShape(plan.className() + " has no " + callMissed);
    }
  }
}
