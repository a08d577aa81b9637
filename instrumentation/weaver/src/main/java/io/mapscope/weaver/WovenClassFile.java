package io.mapscope.weaver;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * The class file that a weaving writes: a copy of the one it reads but for what it changes.
 *
 * <p>Weaves add full stack map frames. A class file of Java 5 or before has none, and ASM refuses
 * to write them into one: there they are left out, and the JVM verifies it without (JVMS 4.10.2).
 */
final class WovenClassFile {
  private static final int MAJOR_VERSION_OFFSET = 6;

  private final ClassReader reader;
  private final ClassWriter writer;

  WovenClassFile(ClassReader reader) {
    this.reader = reader;
    writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
  }

  /** Where weavings write to. */
  ClassVisitor visitor() {
    boolean hasFrames = reader.readUnsignedShort(MAJOR_VERSION_OFFSET) >= Opcodes.V1_6;
    return hasFrames ? writer : new WithoutFrames(writer);
  }

  /** Has {@code weaving}, which ends in {@link #visitor()}, see the class; returns the new one. */
  byte[] writtenBy(ClassVisitor weaving) {
    reader.accept(weaving, 0);
    return writer.toByteArray();
  }

  private static final class WithoutFrames extends ClassVisitor {
    WithoutFrames(ClassVisitor next) {
      super(Opcodes.ASM9, next);
    }

    @Override
    public MethodVisitor visitMethod(
        int access,
        String name,
        String descriptor,
        @Nullable String signature,
        String @Nullable [] exceptions) {
      return new MethodVisitor(
          Opcodes.ASM9, super.visitMethod(access, name, descriptor, signature, exceptions)) {
        @Override
        public void visitFrame(int kind, int count, Object[] locals, int stacked, Object[] stack) {
          // there are none in this class file
        }
      };
    }
  }
}
