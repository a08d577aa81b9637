package io.mapscope.runtime.collect;

import io.mapscope.runtime.collect.MethodCode.Instruction;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;

/** Follows a value that a call has just left on top of the stack to the field it is stored in. */
final class ValueTrail {
  private static final int MOST_STEPS = 2_000;

  private final List<Instruction> code;
  private int at;
  private int variable = -1;

  private ValueTrail(List<Instruction> code, int at) {
    this.code = code;
    this.at = at;
  }

  /** The field behind the call at {@code callOffset} as {@code class.field}, or null. */
  static @Nullable String fieldBehind(List<Instruction> code, int callOffset) {
    int call = indexOf(code, callOffset);
    return call < 0 ? null : new ValueTrail(code, call + 1).follow();
  }

  private static int indexOf(List<Instruction> code, int offset) {
    for (int i = 0; i < code.size(); i++) {
      if (code.get(i).offset() == offset) {
        return i;
      }
    }
    return -1;
  }

  private @Nullable String follow() {
    boolean onTop = true;
    for (int step = 0; step < MOST_STEPS && at >= 0 && at < code.size(); step++) {
      Instruction instruction = code.get(at++);
      if (!onTop) {
        if (overwrites(instruction)) {
          return null;
        }
        onTop = instruction.opcode() == Opcodes.ALOAD && instruction.operand() == variable;
        continue;
      }
      switch (instruction.opcode()) {
        case Opcodes.PUTFIELD, Opcodes.PUTSTATIC -> {
          return instruction.owner().replace('/', '.') + "." + instruction.name();
        }
        case Opcodes.ASTORE -> {
          variable = instruction.operand();
          onTop = false;
        }
        case Opcodes.GOTO -> at = indexOf(code, instruction.operand());
        case Opcodes.DUP, Opcodes.CHECKCAST -> {
          // Still on top.
        }
        default -> {
          if (!passesThrough(instruction)) {
            if (variable < 0) {
              return null;
            }
            onTop = false; // used otherwise; the variable still holds it
          }
        }
      }
    }
    return null;
  }

  private boolean overwrites(Instruction instruction) {
    return instruction.opcode() == Opcodes.ASTORE && instruction.operand() == variable;
  }

  /** A call that takes the value alone and gives it back, wrapped or checked. */
  private static boolean passesThrough(Instruction instruction) {
    if (instruction.opcode() != Opcodes.INVOKESTATIC) {
      return false;
    }
    boolean oneReference =
        instruction.desc().startsWith("(L")
            && instruction.desc().indexOf(';') == instruction.desc().indexOf(')') - 1;
    return oneReference
        && (instruction.owner().equals("java/util/Collections")
            || instruction.owner().equals("java/util/Objects"));
  }
}
