package io.mapscope.weaver;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Fits the recorder to JDK 21 and later, where a virtual thread runs on a carrier: {@code
 * MapscopeThreads} asks for the carrier, and keeps a thread on it, by methods that JDK 17, against
 * which the recorder is compiled, does not have.
 */
final class CarrierThreads {
  private static final String THREADS = "java/util/MapscopeThreads";
  private static final String CONTINUATION = "jdk/internal/vm/Continuation";
  private static final String LANG = "jdk/internal/access/JavaLangAccess";

  private CarrierThreads() {}

  static byte[] fit(byte[] classFile) {
    ClassReader reader = new ClassReader(classFile);
    ClassWriter writer = new ClassWriter(reader, 0);
    reader.accept(
        new ClassVisitor(Opcodes.ASM9, writer) {
          @Override
          public MethodVisitor visitMethod(
              int access, String name, String desc, String signature, String[] exceptions) {
            MethodVisitor next = super.visitMethod(access, name, desc, signature, exceptions);
            return switch (name) {
              case "carrierThread" -> new Fitting(next);
              case "pin", "unpin" -> new Calling(next, name);
              default -> next;
            };
          }
        },
        0);
    return writer.toByteArray();
  }

  /** Fills an empty body with the call of a static method of the same name. */
  private static final class Calling extends MethodVisitor {
    private final String name;

    Calling(MethodVisitor next, String name) {
      super(Opcodes.ASM9, next);
      this.name = name;
    }

    @Override
    public void visitCode() {
      super.visitCode();
      visitMethodInsn(Opcodes.INVOKESTATIC, CONTINUATION, name, "()V", false);
    }
  }

  private static final class Fitting extends MethodVisitor {
    Fitting(MethodVisitor next) {
      super(Opcodes.ASM9, next);
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String name, String desc, boolean isInterface) {
      if (name.equals("currentThread")) {
        super.visitFieldInsn(Opcodes.GETSTATIC, THREADS, "LANG", "L" + LANG + ";");
        super.visitMethodInsn(
            Opcodes.INVOKEINTERFACE,
            LANG,
            "currentCarrierThread",
            "()" + "Ljava/lang/Thread;",
            true);
      } else {
        super.visitMethodInsn(opcode, owner, name, desc, isInterface);
      }
    }
  }
}
