package io.mapscope.weaver;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Weaves a class nested in a {@link TrackedMap}: a view or an iterator if it looks like one and has
 * a field of the map's type, or a part of the map. The field becomes the way to the map.
 */
final class ViewWeaving extends ClassVisitor {
  /** What the operations of a view tell the recorder about. */
  static final String VIEW = "L" + Recorder.VIEW + ";";

  /** What the JDK's skeletons make of an iteration, and the map itself would do at once. */
  private static final List<String> BY_SKELETON =
      List.of("remove(Ljava/lang/Object;)Z", "contains(Ljava/lang/Object;)Z", "clear()V");

  private final TrackedMap map;
  private final Shape shape;
  private final List<String> declared = new ArrayList<>();

  /** What the class is, read before it is woven. */
  private static final class Shape extends ClassVisitor {
    private final String mapType;
    private String owner = "";
    private @Nullable String field;
    private String superName = "";
    private boolean bySkeleton;
    private boolean iterates;
    private boolean ofValues;

    Shape(String mapName) {
      super(Opcodes.ASM9);
      this.mapType = "L" + mapName + ";";
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
      ofValues = superName.equals("java/util/AbstractCollection");
      bySkeleton = ofValues || superName.equals("java/util/AbstractSet");
      iterates = bySkeleton;
      this.superName = superName;
      for (String one : interfaces) {
        ofValues |= one.equals("java/util/Collection");
      }
    }

    @Override
    public @Nullable FieldVisitor visitField(
        int access,
        String name,
        String descriptor,
        @Nullable String signature,
        @Nullable Object value) {
      if (field == null && descriptor.equals(mapType) && (access & Opcodes.ACC_STATIC) == 0) {
        field = name;
      }
      return null;
    }

    @Override
    public @Nullable MethodVisitor visitMethod(
        int access,
        String name,
        String descriptor,
        @Nullable String signature,
        String @Nullable [] exceptions) {
      iterates |= name.equals("iterator") && descriptor.startsWith("()");
      iterates |= name.equals("next") && descriptor.startsWith("()");
      iterates |= name.equals("hasNext") && descriptor.equals("()Z");
      return null;
    }
  }

  private ViewWeaving(TrackedMap map, Shape shape, ClassVisitor next) {
    super(Opcodes.ASM9, next);
    this.map = map;
    this.shape = shape;
  }

  /**
   * The woven class file, or null when the class is neither view nor iterator.
   *
   * @param map of the part itself, or of the map that the class is nested in
   * @param mapName internal name of the map's class
   */
  static byte @Nullable [] weave(TrackedMap map, String mapName, byte[] classFile) {
    ClassReader reader = new ClassReader(classFile);
    Shape shape = new Shape(mapName);
    reader.accept(shape, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    if (shape.field == null || !(shape.iterates || map.isPart())) {
      return null;
    }
    WovenClassFile written = new WovenClassFile(reader);
    return written.writtenBy(new ViewWeaving(map, shape, written.visitor()));
  }

  @Override
  public void visit(
      int version,
      int access,
      String name,
      @Nullable String signature,
      String superName,
      String[] interfaces) {
    super.visit(
        version,
        access,
        name,
        signature == null ? null : signature + VIEW,
        superName,
        Added.to(interfaces, Recorder.VIEW));
  }

  @Override
  public MethodVisitor visitMethod(
      int access,
      String name,
      String descriptor,
      @Nullable String signature,
      String @Nullable [] exceptions) {
    MethodVisitor visitor = super.visitMethod(access, name, descriptor, signature, exceptions);
    TargetMethod method = new TargetMethod(shape.owner, access, name, descriptor);
    declared.add(name + descriptor);
    return method.isOrdinary() ? woven(method, visitor) : visitor;
  }

  private MethodVisitor woven(TargetMethod method, MethodVisitor next) {
    MethodVisitor visitor = next;
    OperationKind kind = map.isPart() ? null : MapMethods.ofView(method, shape.ofValues);
    Weave weave = kind == null ? null : kind.weave(VIEW, method.returned());
    if (weave != null) {
      visitor = weave.on(method, visitor);
    }
    if (map.isPart()) {
      for (Weave besides : map.besides(method)) {
        visitor = besides.on(method, visitor);
      }
    }
    return visitor;
  }

  private void addOverride(String nameAndDescriptor) {
    int parenthesis = nameAndDescriptor.indexOf('(');
    TargetMethod method =
        new TargetMethod(
            shape.owner,
            Opcodes.ACC_PUBLIC,
            nameAndDescriptor.substring(0, parenthesis),
            nameAndDescriptor.substring(parenthesis));
    MethodVisitor plain =
        super.visitMethod(
            Opcodes.ACC_PUBLIC | Opcodes.ACC_SYNTHETIC,
            method.name(),
            method.descriptor(),
            null,
            null);
    Added.superCall(method, shape.superName, woven(method, plain));
  }

  @Override
  public void visitEnd() {
    for (String method : BY_SKELETON) {
      if (shape.bySkeleton && !declared.contains(method)) {
        addOverride(method);
      }
    }
    MethodVisitor to =
        super.visitMethod(
            Opcodes.ACC_PUBLIC | Opcodes.ACC_SYNTHETIC,
            "mapscopeMap",
            "()" + Recorder.OBJECT,
            null,
            null);
    to.visitCode();
    to.visitVarInsn(Opcodes.ALOAD, 0);
    to.visitFieldInsn(Opcodes.GETFIELD, shape.owner, shape.field, shape.mapType);
    to.visitInsn(Opcodes.ARETURN);
    to.visitMaxs(0, 0);
    to.visitEnd();
    super.visitEnd();
  }
}
