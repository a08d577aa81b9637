package io.mapscope.weaver;

import static org.objectweb.asm.Opcodes.ACC_INTERFACE;
import static org.objectweb.asm.Opcodes.ACC_PRIVATE;
import static org.objectweb.asm.Opcodes.ACC_PUBLIC;
import static org.objectweb.asm.Opcodes.ACC_RECORD;
import static org.objectweb.asm.Opcodes.ACC_SYNTHETIC;
import static org.objectweb.asm.Opcodes.ACC_TRANSIENT;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.SerialVersionUIDAdder;

/**
 * Weaves a map class that is not the JDK's, at its loading: a field for the probe, the accessors of
 * {@code MapscopeTracked}, and the operations.
 *
 * <p>What is added is synthetic, the field transient. A class that does not say its serial version
 * gets the one it had, so that what was serialized without the agent can be read with it.
 */
final class TrackedWeaving extends ClassVisitor {
  private static final String FIELD = "mapscope$probe";
  private static final String PROBE = "L" + Recorder.PROBE + ";";
  private static final String TRACKED = "L" + Recorder.TRACKED + ";";
  private static final int ADDED = ACC_PUBLIC | ACC_SYNTHETIC;

  private final TrackedMap map;
  private final Lineage lineage;
  private final boolean sizeIsCheap;
  private final List<String> declared = new ArrayList<>();
  private String owner = "";
  private String superName = "";

  private TrackedWeaving(TrackedMap map, Lineage lineage, boolean sizeIsCheap, ClassVisitor next) {
    super(Opcodes.ASM9, next);
    this.sizeIsCheap = sizeIsCheap;
    this.map = map;
    this.lineage = lineage;
  }

  /**
   * The woven class file.
   *
   * @throws UnknownShape if the class cannot carry a probe
   */
  static byte[] weave(TrackedMap map, Lineage lineage, byte[] classFile) throws UnknownShape {
    ClassReader reader = new ClassReader(classFile);
    check(map, reader);
    WovenClassFile written = new WovenClassFile(reader);
    ClassVisitor weaving =
        new TrackedWeaving(map, lineage, isSizeCheap(map, reader), written.visitor());
    return written.writtenBy(map.isMap() ? new SerialVersionUIDAdder(weaving) : weaving);
  }

  private static boolean isSizeCheap(TrackedMap map, ClassReader reader) {
    return map.hasCheapSize() || map.isMap() && CheapSize.isIn(reader);
  }

  private static void check(TrackedMap map, ClassReader reader) throws UnknownShape {
    if (map.isMap() && (reader.getAccess() & ACC_INTERFACE) != 0) {
      throw new UnknownShape(map.className() + " is an interface; name a class that implements it");
    }
    if (map.isMap() && (reader.getAccess() & ACC_RECORD) != 0) {
      throw new UnknownShape(map.className() + " is a record, which can have no further field");
    }
  }

  private boolean carriesProbe() {
    return map.isMap() && !lineage.isTrackedAlready();
  }

  @Override
  public void visit(
      int version,
      int access,
      String name,
      @Nullable String signature,
      String superName,
      String[] interfaces) {
    owner = name;
    this.superName = superName;
    if (carriesProbe()) {
      super.visit(
          version,
          access,
          name,
          signature == null ? null : signature + TRACKED,
          superName,
          Added.to(interfaces, Recorder.TRACKED));
    } else {
      super.visit(version, access, name, signature, superName, interfaces);
    }
  }

  @Override
  public MethodVisitor visitMethod(
      int access,
      String name,
      String descriptor,
      @Nullable String signature,
      String @Nullable [] exceptions) {
    MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
    TargetMethod method = new TargetMethod(owner, access, name, descriptor);
    declared.add(name + descriptor);
    return woven(method, next);
  }

  private MethodVisitor woven(TargetMethod method, MethodVisitor next) {
    MethodVisitor visitor = next;
    OperationKind kind = map.kindOf(method);
    Weave weave =
        kind == null
            ? null
            : kind.weave(map.isMap() ? TRACKED : Recorder.OBJECT, method.returned());
    if (weave != null) {
      visitor = weave.on(method, visitor);
    }
    for (Weave besides : map.besides(method)) {
      visitor = besides.on(method, visitor);
    }
    return map.isMap() && method.isOrdinary() ? lifeOf(method, visitor) : visitor;
  }

  /** Births, by whatever way. */
  private static MethodVisitor lifeOf(TargetMethod method, MethodVisitor next) {
    return switch (method.name() + "/" + method.arity()) {
      case "readObject/1", "readExternal/1" -> Weaves.CREATED.on(method, next);
      case "clone/0" -> Weaves.CLONED.on(method, next);
      default -> method.name().equals("<init>") ? Weaves.CREATED.on(method, next) : next;
    };
  }

  @Override
  public void visitEnd() {
    List<TargetMethod> all = new ArrayList<>(map.inherited());
    all.addAll(lineage.inherited());
    for (TargetMethod inherited : all) {
      if (!declared.contains(inherited.name() + inherited.descriptor())
          && map.kindOf(inherited) != null) {
        addOverride(inherited);
      }
    }
    if (carriesProbe()) {
      addMembers();
    }
    super.visitEnd();
  }

  /** An operation that the class inherits gets a body here, which calls the inherited one. */
  private void addOverride(TargetMethod inherited) {
    MethodVisitor plain =
        super.visitMethod(ADDED, inherited.name(), inherited.descriptor(), null, null);
    TargetMethod method =
        new TargetMethod(owner, ACC_PUBLIC, inherited.name(), inherited.descriptor());
    Added.superCall(method, superName, woven(method, plain));
  }

  private void addMembers() {
    super.visitField(ACC_PRIVATE | ACC_TRANSIENT | ACC_SYNTHETIC, FIELD, PROBE, null, null)
        .visitEnd();
    MethodVisitor getter = added("mapscopeProbe", "()" + PROBE);
    getter.visitFieldInsn(Opcodes.GETFIELD, owner, FIELD, PROBE);
    end(getter, Opcodes.ARETURN);
    MethodVisitor setter = added("mapscopeProbe", "(" + PROBE + ")V");
    setter.visitVarInsn(Opcodes.ALOAD, 1);
    setter.visitFieldInsn(Opcodes.PUTFIELD, owner, FIELD, PROBE);
    end(setter, Opcodes.RETURN);
    MethodVisitor entries = added("mapscopeEntries", "()J");
    if (sizeIsCheap) {
      entries.visitMethodInsn(Opcodes.INVOKESPECIAL, owner, "size", "()I", false);
      entries.visitInsn(Opcodes.I2L);
    } else {
      entries.visitLdcInsn(-1L);
    }
    end(entries, Opcodes.LRETURN);
  }

  private MethodVisitor added(String name, String descriptor) {
    MethodVisitor to = super.visitMethod(ADDED, name, descriptor, null, null);
    to.visitCode();
    to.visitVarInsn(Opcodes.ALOAD, 0);
    return to;
  }

  private static void end(MethodVisitor to, int returning) {
    to.visitInsn(returning);
    to.visitMaxs(0, 0);
    to.visitEnd();
  }
}
