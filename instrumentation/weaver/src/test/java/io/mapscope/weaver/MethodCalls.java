package io.mapscope.weaver;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** The calls in a class file, in the order of its code. */
final class MethodCalls {
  /** The method {@code from} calls {@code called} of {@code owner}, an internal name. */
  record Call(String from, String owner, String called) {}

  private MethodCalls() {}

  static List<Call> in(byte[] classFile) {
    List<Call> calls = new ArrayList<>();
    new ClassReader(classFile)
        .accept(
            new ClassVisitor(Opcodes.ASM9) {
              @Override
              public MethodVisitor visitMethod(
                  int access, String name, String desc, String signature, String[] thrown) {
                return new MethodVisitor(Opcodes.ASM9) {
                  @Override
                  public void visitMethodInsn(
                      int opcode, String owner, String called, String d, boolean isInterface) {
                    calls.add(new Call(name, owner, called));
                  }
                };
              }
            },
            0);
    return calls;
  }
}
