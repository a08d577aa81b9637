package io.mapscope.weaver;

import java.util.ArrayList;
import java.util.List;
import java.util.MapscopeReentry;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
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
  private static final String FORCE_INLINE = "Ljdk/internal/vm/annotation/ForceInline;";

  private final ClassPlan plan;
  private final List<TargetMethod> seen = new ArrayList<>();
  private String owner = "";

  private ClassWeaving(ClassPlan plan, ClassVisitor next) {
    super(Opcodes.ASM9, next);
    this.plan = plan;
  }

  /**
   * The woven class file.
   *
   * @throws UnknownShape if a method that the plan relies on does not exist
   */
  static byte[] weave(ClassPlan plan, byte[] classFile) throws UnknownShape {
    int work = MapscopeReentry.beginWork();
    try {
      ClassReader reader = new ClassReader(classFile);
      ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
      ClassWeaving weaving = new ClassWeaving(plan, writer);
      reader.accept(weaving, ClassReader.EXPAND_FRAMES);
      weaving.checkShape();
      return writer.toByteArray();
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
    seen.add(method);
    if (plan.isKeptInlined(method)) {
      visitor.visitAnnotation(FORCE_INLINE, true).visitEnd();
    }
    for (ClassPlan.Hook hook : plan.hooks()) {
      if (hook.matches(method)) {
        visitor = hook.weave().on(method, visitor);
      }
    }
    return visitor;
  }

  private void checkShape() throws UnknownShape {
    for (ClassPlan.Hook hook : plan.hooks()) {
      for (MethodSpec spec : hook.methods()) {
        if (!spec.optional() && !isPresent(spec)) {
          throw new UnknownShape(plan.className() + " has no method " + spec);
        }
      }
    }
  }

  private boolean isPresent(MethodSpec spec) {
    for (TargetMethod method : seen) {
      if (spec.matches(method)) {
        return true;
      }
    }
    return false;
  }
}
