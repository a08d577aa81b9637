package io.mapscope.weaver;

import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** The recorder's methods as woven code calls them. */
final class Recorder {
  static final String OBJECT = "Ljava/lang/Object;";
  static final String COUNTS = "java/util/MapscopeCounts";
  static final String NESTING = "java/util/MapscopeNesting";
  static final String SLOTS = "java/util/MapscopeSlots";
  static final String ADOPTION = "java/util/MapscopeAdoption";
  static final String WRITERS = "java/util/MapscopeWriters";
  static final String PROBE = "java/util/MapscopeProbe";
  static final String CELL = "java/util/MapscopeCell";

  private Recorder() {}

  static void call(MethodVisitor code, String owner, String name, String descriptor) {
    code.visitMethodInsn(Opcodes.INVOKESTATIC, owner, name, descriptor, false);
  }

  static void loadThis(MethodVisitor code) {
    code.visitVarInsn(Opcodes.ALOAD, 0);
  }

  static void push(MethodVisitor code, int operation) {
    code.visitIntInsn(Opcodes.BIPUSH, operation);
  }
}
