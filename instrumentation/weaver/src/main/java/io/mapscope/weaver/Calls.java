package io.mapscope.weaver;

import static io.mapscope.weaver.Recorder.COUNTS;
import static io.mapscope.weaver.Recorder.MAP;
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
    return new After(lookup, COUNTS, "read", "(" + OBJECT + OBJECT + ")V");
  }

  /** The same for HashMap and its kin, by the short way to their probe. */
  public static Weave countReadInValuesAfter(String lookup) {
    return new AfterWithKey(lookup);
  }

  /** After each call of {@code removal}, counts a removal: a hit when it returned something. */
  public static Weave countRemovalAfter(String removal) {
    return new After(removal, COUNTS, "removal", "(" + OBJECT + OBJECT + ")V");
  }

  /** Before each call of {@code Function.apply}, counts that the mapping function runs. */
  public static Weave countFunctionRuns() {
    return new BeforeFunction();
  }

  /** Calls of {@code size}, {@code get}, {@code put} ... on a map become silent ones. */
  public static Weave quiet(String... methods) {
    return new Quiet(Arrays.asList(methods));
  }

  /** Reads and writes of the field {@code values} go to the probe when it holds one. */
  public static Weave redirectViewField() {
    return new ViewField();
  }

  /** After each call of {@code called}, hands what it returned and the map to the recorder. */
  record After(String called, String recorder, String counter, String descriptor) implements Weave {
    @Override
    public String callNeeded() {
      return called;
    }

    @Override
    public MethodVisitor on(TargetMethod method, MethodVisitor next) {
      return new MethodVisitor(Opcodes.ASM9, next) {
        @Override
        public void visitMethodInsn(
            int opcode, String owner, String name, String desc, boolean isInterface) {
          super.visitMethodInsn(opcode, owner, name, desc, isInterface);
          if (name.equals(called)) {
            super.visitInsn(Opcodes.DUP);
            loadThis(mv);
            call(mv, recorder, counter, descriptor);
          }
        }
      };
    }
  }

  /** The key is the first argument of the method around the call. */
  private record AfterWithKey(String called) implements Weave {
    @Override
    public String callNeeded() {
      return called;
    }

    @Override
    public MethodVisitor on(TargetMethod method, MethodVisitor next) {
      return new MethodVisitor(Opcodes.ASM9, next) {
        @Override
        public void visitMethodInsn(
            int opcode, String owner, String name, String desc, boolean isInterface) {
          super.visitMethodInsn(opcode, owner, name, desc, isInterface);
          if (name.equals(called)) {
            super.visitInsn(Opcodes.DUP);
            loadThis(mv);
            super.visitVarInsn(Opcodes.ALOAD, 1);
            call(mv, COUNTS, "readInValues", "(" + OBJECT + MAP + OBJECT + ")V");
          }
        }
      };
    }
  }

  private record BeforeFunction() implements Weave {
    @Override
    public MethodVisitor on(TargetMethod method, MethodVisitor next) {
      return new MethodVisitor(Opcodes.ASM9, next) {
        @Override
        public void visitMethodInsn(
            int opcode, String owner, String name, String desc, boolean isInterface) {
          if (FunctionRuns.isFunction(owner, name)) {
            FunctionRuns.countAbsent(mv);
          }
          super.visitMethodInsn(opcode, owner, name, desc, isInterface);
        }
      };
    }
  }

  private record Quiet(List<String> methods) implements Weave {
    private static final String REMOVE = "(" + OBJECT + ")" + OBJECT;

    @Override
    public MethodVisitor on(TargetMethod method, MethodVisitor next) {
      return new MethodVisitor(Opcodes.ASM9, next) {
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
      };
    }

    private static boolean isMeant(String owner, String name, String desc) {
      return switch (owner) {
        case "java/util/Collection",
            "java/util/WeakHashMap",
            "java/util/concurrent/ConcurrentHashMap" ->
            name.equals("size");
        case "java/util/Map" -> !name.equals("remove") || desc.equals(REMOVE);
        default -> false;
      };
    }
  }

  private record ViewField() implements Weave {
    @Override
    public MethodVisitor on(TargetMethod method, MethodVisitor next) {
      return new MethodVisitor(Opcodes.ASM9, next) {
        @Override
        public void visitFieldInsn(int opcode, String owner, String name, String desc) {
          if (name.equals("values") && desc.equals("Ljava/util/Collection;")) {
            redirect(mv, opcode, owner, desc);
          } else {
            super.visitFieldInsn(opcode, owner, name, desc);
          }
        }
      };
    }

    private static void redirect(MethodVisitor to, int opcode, String owner, String desc) {
      String map = owner.equals("java/util/Hashtable") ? "L" + owner + ";" : MAP;
      if (opcode == Opcodes.GETFIELD) {
        call(to, SLOTS, "readView", "(" + map + ")" + desc);
      } else {
        call(to, SLOTS, "writeView", "(" + map + desc + ")V");
      }
    }
  }
}
