package io.mapscope.weaver;

import static io.mapscope.weaver.Recorder.COUNTS;
import static io.mapscope.weaver.Recorder.NESTING;
import static io.mapscope.weaver.Recorder.OBJECT;
import static io.mapscope.weaver.Recorder.SLOTS;
import static io.mapscope.weaver.Recorder.call;
import static io.mapscope.weaver.Recorder.loadThis;

import java.util.Arrays;
import java.util.List;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Weaves around single instructions, where an inner call or field access tells more than the method
 * around it: they add or replace a call and leave the frames of the method as they are.
 */
public final class Calls {
  private Calls() {}

  /** After each call of {@code lookup}, counts a read: found when the lookup returned something. */
  public static Weave countReadAfter(String lookup) {
    return (method, next) -> new AfterLookup(next, lookup, "read", "(" + OBJECT + OBJECT + ")V");
  }

  /** The same for HashMap and its kin, by the short way to their probe. */
  public static Weave countReadInValuesAfter(String lookup) {
    String descriptor = "(" + OBJECT + "Ljava/util/AbstractMap;)V";
    return (method, next) -> new AfterLookup(next, lookup, "readInValues", descriptor);
  }

  /** After each call of {@code removal}, counts a removal: a hit when it returned something. */
  public static Weave countRemovalAfter(String removal) {
    return (method, next) ->
        new AfterLookup(next, removal, "removal", "(" + OBJECT + OBJECT + ")V");
  }

  /** Before each call of {@code Function.apply}, counts that the mapping function runs. */
  public static Weave countFunctionRuns() {
    return (method, next) -> new BeforeFunction(next);
  }

  /** Calls of {@code size}, {@code get}, {@code put} ... on a map become silent ones. */
  public static Weave quiet(String... methods) {
    List<String> names = Arrays.asList(methods);
    return (method, next) -> new Quiet(next, names);
  }

  /** Reads and writes of the field {@code values} go to the probe when it holds one. */
  public static Weave redirectViewField() {
    return (method, next) -> new ViewField(next);
  }

  private static final class AfterLookup extends MethodVisitor {
    private final String lookup;
    private final String counter;
    private final String descriptor;

    AfterLookup(MethodVisitor next, String lookup, String counter, String descriptor) {
      super(Opcodes.ASM9, next);
      this.lookup = lookup;
      this.counter = counter;
      this.descriptor = descriptor;
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String name, String desc, boolean isInterface) {
      super.visitMethodInsn(opcode, owner, name, desc, isInterface);
      if (name.equals(lookup)) {
        super.visitInsn(Opcodes.DUP);
        loadThis(mv);
        call(mv, COUNTS, counter, descriptor);
      }
    }
  }

  private static final class BeforeFunction extends MethodVisitor {
    BeforeFunction(MethodVisitor next) {
      super(Opcodes.ASM9, next);
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String name, String desc, boolean isInterface) {
      if (owner.equals("java/util/function/Function") && name.equals("apply")) {
        loadThis(mv);
        call(mv, COUNTS, "functionRuns", "(" + OBJECT + ")V");
      }
      super.visitMethodInsn(opcode, owner, name, desc, isInterface);
    }
  }

  private static final class Quiet extends MethodVisitor {
    private static final String REMOVE = "(" + OBJECT + ")" + OBJECT;
    private final List<String> methods;

    Quiet(MethodVisitor next, List<String> methods) {
      super(Opcodes.ASM9, next);
      this.methods = methods;
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String name, String desc, boolean isInterface) {
      if (methods.contains(name) && isMeant(owner, name, desc)) {
        String silent = "quiet" + Character.toUpperCase(name.charAt(0)) + name.substring(1);
        String receiver = owner.equals("java/util/Collection") ? owner : "java/util/Map";
        call(mv, NESTING, silent, "(L" + receiver + ";" + desc.substring(1));
      } else {
        super.visitMethodInsn(opcode, owner, name, desc, isInterface);
      }
    }

    private static boolean isMeant(String owner, String name, String desc) {
      if (owner.equals("java/util/Collection")) {
        return name.equals("size");
      }
      if (owner.equals("java/util/WeakHashMap")) {
        return name.equals("size");
      }
      return owner.equals("java/util/Map") && (!name.equals("remove") || desc.equals(REMOVE));
    }
  }

  private static final class ViewField extends MethodVisitor {
    ViewField(MethodVisitor next) {
      super(Opcodes.ASM9, next);
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String desc) {
      if (!name.equals("values") || !desc.equals("Ljava/util/Collection;")) {
        super.visitFieldInsn(opcode, owner, name, desc);
        return;
      }
      String map = owner.equals("java/util/Hashtable") ? owner : "java/util/AbstractMap";
      if (opcode == Opcodes.GETFIELD) {
        call(mv, SLOTS, "readView", "(L" + map + ";)" + desc);
      } else {
        call(mv, SLOTS, "writeView", "(L" + map + ";" + desc + ")V");
      }
    }
  }
}
