package io.mapscope.runtime.collect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;

final class FieldFinderTest {
  /** One way to put a new map somewhere per method. */
  @SuppressWarnings("unused")
  static final class Ways {
    private Map<String, String> plain = Map.of();
    private static Map<String, String> shared = Map.of();
    private final List<Map<String, String>> list = new ArrayList<>();

    void assigned() {
      plain = new HashMap<>();
    }

    void byLocalVariable() {
      Map<String, String> map = new HashMap<>();
      map.put("a", "b");
      plain = map;
    }

    void wrapped() {
      shared = Collections.synchronizedMap(new HashMap<>());
    }

    void wrappedWithArguments() {
      shared = Collections.checkedMap(new HashMap<>(), String.class, String.class);
    }

    void filledThenWrapped() {
      Map<String, String> map = new HashMap<>();
      map.put("a", "b");
      shared = Collections.unmodifiableMap(Objects.requireNonNull(map));
    }

    void conditional(boolean large) {
      plain = large ? new HashMap<>(1000) : new HashMap<>(1);
    }

    void elsewhere() {
      list.add(new HashMap<>());
    }

    Map<String, String> returned() {
      return new HashMap<>();
    }

    void two() {
      plain = new HashMap<>(shared = new HashMap<>());
    }

    void variableReused() {
      Object it = new HashMap<String, String>();
      list.add(Map.of("a", it.toString()));
      it = Map.of();
      shared = Map.of("b", it.toString());
    }
  }

  @Test
  void field_plainAssignment_isFound() throws Exception {
    assertThat(fieldIn("assigned")).isEqualTo(Ways.class.getName() + ".plain");
  }

  @Test
  void field_byWayOfLocalVariable_isFound() throws Exception {
    assertThat(fieldIn("byLocalVariable")).isEqualTo(Ways.class.getName() + ".plain");
  }

  @Test
  void field_insideWrapper_isFound() throws Exception {
    assertThat(fieldIn("wrapped")).isEqualTo(Ways.class.getName() + ".shared");
    assertThat(fieldIn("wrappedWithArguments")).isEqualTo(Ways.class.getName() + ".shared");
    assertThat(fieldIn("filledThenWrapped")).isEqualTo(Ways.class.getName() + ".shared");
  }

  @Test
  void field_conditionalExpression_isFound() throws Exception {
    assertThat(fieldIn("conditional")).isEqualTo(Ways.class.getName() + ".plain");
  }

  @Test
  void field_mapGoesElsewhere_isUnknown() throws Exception {
    assertThat(fieldIn("elsewhere")).isNull();
    assertThat(fieldIn("returned")).isNull();
    assertThat(fieldIn("variableReused")).isNull();
  }

  /** Another agent has put code of its own before: what the stack says is not in the class file. */
  @Test
  void field_methodRewrittenByAnotherAgent_isFoundByItsLine() throws Exception {
    assertThat(fieldInRewritten("assigned")).isEqualTo(Ways.class.getName() + ".plain");
    assertThat(fieldInRewritten("wrapped")).isEqualTo(Ways.class.getName() + ".shared");
    assertThat(fieldInRewritten("elsewhere")).isNull();
  }

  @Test
  void field_methodRewrittenAndTwoMapsInALine_isUnknown() throws Exception {
    assertThat(fieldInRewritten("two")).isNull();
  }

  private static @Nullable String fieldInRewritten(String method) throws Exception {
    MethodCode code = codeOf(method);
    MethodCode.Instruction made = creation(code);
    return FieldFinder.fieldOf(
        code.instructions(), made.offset() + 1, made.line(), "java.util.HashMap");
  }

  private static @Nullable String fieldIn(String method) throws Exception {
    MethodCode code = codeOf(method);
    MethodCode.Instruction made = creation(code);
    return FieldFinder.fieldOf(
        code.instructions(), made.offset(), made.line(), "java.util.HashMap");
  }

  private static MethodCode codeOf(String method) throws Exception {
    String descriptor = "";
    for (java.lang.reflect.Method declared : Ways.class.getDeclaredMethods()) {
      if (declared.getName().equals(method)) {
        descriptor = org.objectweb.asm.Type.getMethodDescriptor(declared);
      }
    }
    MethodCode code = new MethodCode(method, descriptor);
    code.read(new ClassReader(Ways.class.getName()));
    return code;
  }

  private static MethodCode.Instruction creation(MethodCode code) {
    for (MethodCode.Instruction instruction : code.instructions()) {
      if (instruction.opcode() == Opcodes.INVOKESPECIAL
          && instruction.owner().equals("java/util/HashMap")) {
        return instruction;
      }
    }
    throw new IllegalStateException("no new HashMap");
  }
}
