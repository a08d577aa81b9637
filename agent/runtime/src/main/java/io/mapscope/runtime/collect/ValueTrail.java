package io.mapscope.runtime.collect;

import io.mapscope.runtime.collect.MethodCode.Instruction;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Follows a value that a call has just left on top of the stack to the field it is stored in. */
final class ValueTrail {
  private static final int MOST_STEPS = 2_000;
  private static final int LOST = -1;

  private final List<Instruction> code;
  private int at;

  /** Local variable that holds the value, or -1. */
  private int variable = -1;

  /** Values pushed on top of ours; LOST when ours is not on the stack. */
  private int above;

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
    for (int step = 0; step < MOST_STEPS && at >= 0 && at < code.size(); step++) {
      Instruction instruction = code.get(at++);
      if (above == 0 && isFieldStore(instruction)) {
        return instruction.owner().replace('/', '.') + "." + instruction.name();
      }
      if (above == LOST) {
        if (overwrites(instruction)) {
          return null;
        }
        pickUp(instruction);
      } else {
        advance(instruction);
        if (above == LOST && variable < 0) {
          return null;
        }
      }
    }
    return null;
  }

  private static boolean isFieldStore(Instruction instruction) {
    return instruction.opcode() == Opcodes.PUTFIELD || instruction.opcode() == Opcodes.PUTSTATIC;
  }

  private boolean overwrites(Instruction instruction) {
    return instruction.opcode() == Opcodes.ASTORE && instruction.operand() == variable;
  }

  private void pickUp(Instruction instruction) {
    if (instruction.opcode() == Opcodes.ALOAD && instruction.operand() == variable) {
      above = 0;
    }
  }

  private void advance(Instruction instruction) {
    int opcode = instruction.opcode();
    if (opcode == Opcodes.GOTO) {
      at = indexOf(code, instruction.operand());
    } else if (opcode == Opcodes.ASTORE && above == 0) {
      variable = instruction.operand();
      above = LOST;
    } else if (pushesOne(opcode)) {
      above++;
    } else if (passesThrough(instruction)) {
      above = 0;
    } else if (above != 0 || (opcode != Opcodes.DUP && opcode != Opcodes.CHECKCAST)) {
      above = LOST; // used otherwise; the variable, if there is one, still holds it
    }
  }

  private static boolean pushesOne(int opcode) {
    return opcode == Opcodes.LDC
        || opcode == Opcodes.ALOAD
        || opcode == Opcodes.ILOAD
        || opcode == Opcodes.GETSTATIC
        || opcode == Opcodes.BIPUSH
        || opcode == Opcodes.SIPUSH
        || (opcode >= Opcodes.ACONST_NULL && opcode <= Opcodes.ICONST_5);
  }

  /** A call that takes the value first and gives it back, wrapped or checked. */
  private boolean passesThrough(Instruction instruction) {
    return instruction.opcode() == Opcodes.INVOKESTATIC
        && (instruction.owner().equals("java/util/Collections")
            || instruction.owner().equals("java/util/Objects"))
        && Type.getArgumentTypes(instruction.desc()).length == above + 1;
  }
}
