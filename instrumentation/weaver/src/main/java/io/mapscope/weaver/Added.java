package io.mapscope.weaver;

import java.util.Arrays;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Small help for what weaving adds to a class. */
final class Added {
  private Added() {}

  /** {@code interfaces} and one more. */
  static String[] to(String[] interfaces, String one) {
    String[] more = Arrays.copyOf(interfaces, interfaces.length + 1);
    more[interfaces.length] = one;
    return more;
  }

  /** The whole body of an override that does what the superclass does. */
  static void superCall(TargetMethod method, String superName, MethodVisitor to) {
    to.visitCode();
    to.visitVarInsn(Opcodes.ALOAD, 0);
    int variable = 1;
    for (Type argument : Type.getArgumentTypes(method.descriptor())) {
      to.visitVarInsn(argument.getOpcode(Opcodes.ILOAD), variable);
      variable += argument.getSize();
    }
    to.visitMethodInsn(Opcodes.INVOKESPECIAL, superName, method.name(), method.descriptor(), false);
    to.visitInsn(method.returned().getOpcode(Opcodes.IRETURN));
    to.visitMaxs(0, 0);
    to.visitEnd();
  }
}
