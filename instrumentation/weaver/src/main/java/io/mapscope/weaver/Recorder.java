package io.mapscope.weaver;

import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** The recorder's classes as woven code names them. */
final class Recorder {
  static final String OBJECT = "Ljava/lang/Object;";
  static final String MAP = "Ljava/util/AbstractMap;";
  static final String COUNTS = "java/util/MapscopeCounts";
  static final String NESTING = "java/util/MapscopeNesting";
  static final String SLOTS = "java/util/MapscopeSlots";
  static final String ADOPTION = "java/util/MapscopeAdoption";
  static final String WRITERS = "java/util/MapscopeWriters";
  static final String TIMING = "java/util/MapscopeTiming";
  static final String FUNCTIONS = "java/util/MapscopeFunctions";
  static final String ALLOCATION = "java/util/MapscopeAllocation";
  static final String CONTENTION = "java/util/MapscopeContention";
  static final String LOCKS = "java/util/MapscopeLocks";
  static final String LOCK_WAIT = "java/util/MapscopeLockWait";
  static final String COPIES = "java/util/MapscopeCopies";
  static final String STREAMS = "java/util/MapscopeStreams";
  static final String SERIALIZATIONS = "java/util/MapscopeSerializations";
  static final String TRAVERSALS = "java/util/MapscopeTraversals";
  static final String SPAN = "java/util/MapscopeSpan";
  static final String PROBE = "java/util/MapscopeProbe";
  static final String TRACKED = "java/util/MapscopeTracked";
  static final String VIEW = "java/util/MapscopeView";
  static final String FUNCTION = "java/util/MapscopeFunction";
  static final String CELL = "java/util/MapscopeCell";

  private Recorder() {}

  static void call(MethodVisitor to, String owner, String name, String descriptor) {
    to.visitMethodInsn(Opcodes.INVOKESTATIC, owner, name, descriptor, false);
  }

  static void loadThis(MethodVisitor to) {
    to.visitVarInsn(Opcodes.ALOAD, 0);
  }
}
