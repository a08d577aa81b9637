package io.mapscope.weaver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mapscope.weaver.family.Families;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** The plans against the classes of the JDK that runs the build. */
final class ClassWeavingTest {
  @Test
  void plans_everyClassOfThisJdk_hasTheShapeTheyExpect() throws Exception {
    int classes = 0;
    for (MapFamily family : Families.all()) {
      for (ClassPlan plan : family.plans()) {
        assertThat(ClassWeaving.weave(plan, classFile(plan))).as(plan.className()).isNotEmpty();
        classes++;
      }
    }
    assertThat(classes).isGreaterThan(50);
  }

  @Test
  void weaving_members_stayAsTheyAre() throws Exception {
    for (MapFamily family : Families.all()) {
      for (ClassPlan plan : family.plans()) {
        byte[] original = classFile(plan);
        assertThat(members(ClassWeaving.weave(plan, original)))
            .as(plan.className())
            .isEqualTo(members(original));
      }
    }
  }

  @Test
  void weaving_missingMethod_isRefusedByName() throws Exception {
    ClassPlan plan =
        ClassPlan.of("java.util.HashMap").weave(Weaves.TRAVERSAL, "forEach", "frobnicate/3");

    assertThatThrownBy(() -> ClassWeaving.weave(plan, classFile(plan)))
        .isInstanceOf(UnknownShape.class)
        .hasMessage("java.util.HashMap has no method frobnicate/3");
  }

  /** A method may stay while what it is made of goes, and with it what is counted there. */
  @Test
  void weaving_missingCall_isRefusedByName() throws Exception {
    ClassPlan plan =
        ClassPlan.of("java.util.HashMap").weave(Calls.countReadAfter("frobnicate"), "get");

    assertThatThrownBy(() -> ClassWeaving.weave(plan, classFile(plan)))
        .isInstanceOf(UnknownShape.class)
        .hasMessage("java.util.HashMap has no get that calls frobnicate");
  }

  @Test
  void weaving_missingOptionalMethod_isLeftOut() throws Exception {
    ClassPlan plan = ClassPlan.of("java.util.HashMap").weave(Weaves.TRAVERSAL, "frobnicate?");

    assertThat(ClassWeaving.weave(plan, classFile(plan))).isNotEmpty();
  }

  @Test
  void weaver_ownerOfTheSlotRefused_leavesTheWholeFamilyAlone() throws Exception {
    ClassPlan owner = ClassPlan.of("java.util.HashMap").weave(Weaves.TRAVERSAL, "frobnicate");
    ClassPlan view = ClassPlan.of("java.util.HashMap$KeySet").weave(Weaves.TRAVERSAL, "forEach");
    Weaver weaver = new Weaver(List.of(new MapFamily("Some", List.of(owner, view))));

    assertThat(weaver.transform(null, "java/util/HashMap", null, null, classFile(owner))).isNull();
    assertThat(weaver.transform(null, "java/util/HashMap$KeySet", null, null, classFile(view)))
        .isNull();

    assertThat(weaver.woven()).isEmpty();
    assertThat(weaver.refused())
        .containsExactly(
            new Refusal(
                "java.util.HashMap", "unknown shape: java.util.HashMap has no method frobnicate"));
  }

  @Test
  void weaver_classesOfTheApplication_areNotTouched() {
    Weaver weaver = new Weaver(Families.all());

    assertThat(
            weaver.transform(
                getClass().getClassLoader(), "java/util/HashMap", null, null, new byte[0]))
        .isNull();
    assertThat(weaver.refused()).isEmpty();
  }

  @Test
  void carrierThreads_fitted_asksForTheCarrier() throws Exception {
    byte[] fitted = CarrierThreads.fit(classFile("java.util.MapscopeThreads"));
    assertThat(MethodCalls.in(fitted))
        .extracting(call -> call.from() + "->" + call.called())
        .contains(
            "carrierThread->currentCarrierThread",
            "current->currentThread",
            "pin->pin",
            "unpin->unpin")
        .doesNotContain("carrierThread->currentThread");
  }

  private static byte[] classFile(ClassPlan plan) throws IOException {
    return classFile(plan.className());
  }

  private static byte[] classFile(String className) throws IOException {
    String resource = className.replace('.', '/') + ".class";
    try (InputStream in = ClassLoader.getSystemResourceAsStream(resource)) {
      return in.readAllBytes();
    }
  }

  private static Set<String> members(byte[] classFile) {
    Set<String> members = new TreeSet<>();
    new ClassReader(classFile)
        .accept(
            new ClassVisitor(Opcodes.ASM9) {
              @Override
              public @Nullable MethodVisitor visitMethod(
                  int access, String name, String desc, String signature, String[] thrown) {
                members.add(access + " " + name + desc);
                return null;
              }

              @Override
              public @Nullable FieldVisitor visitField(
                  int access, String name, String desc, String signature, Object value) {
                members.add(access + " " + name + " " + desc);
                return null;
              }
            },
            ClassReader.SKIP_CODE);
    return members;
  }
}
