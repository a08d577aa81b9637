package io.mapscope.weaver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** What the recorder's class files must not contain, because a map operation runs through them. */
final class RecorderCodeTest {
  @Test
  void recorder_listedClasses_areAllThereAre() throws Exception {
    List<String> present = new ArrayList<>();
    for (Path file : classFiles()) {
      present.add(new ClassReader(Files.readAllBytes(file)).getClassName().replace('/', '.'));
    }
    assertThat(RecorderInstaller.CLASSES).containsExactlyInAnyOrderElementsOf(present);
  }

  @Test
  void recorder_code_hasNoInvokedynamic() throws Exception {
    for (Path file : classFiles()) {
      assertThat(dynamicCalls(file)).as(file.toString()).isEmpty();
    }
  }

  @Test
  void recorder_code_callsTheJdkAlone() throws Exception {
    for (Path file : classFiles()) {
      assertThat(owners(file))
          .as(file.toString())
          .allMatch(
              owner ->
                  owner.startsWith("java/")
                      || owner.startsWith("jdk/internal/")
                      || owner.startsWith("["));
    }
  }

  private static List<Path> classFiles() throws IOException {
    Path classes = Path.of(System.getProperty("recorder.classes"));
    try (Stream<Path> files = Files.walk(classes)) {
      List<Path> found = files.filter(file -> file.toString().endsWith(".class")).toList();
      assertThat(found).isNotEmpty();
      return found;
    }
  }

  private static List<String> owners(Path file) throws IOException {
    return MethodCalls.in(Files.readAllBytes(file)).stream().map(MethodCalls.Call::owner).toList();
  }

  private static List<String> dynamicCalls(Path file) throws IOException {
    List<String> calls = new ArrayList<>();
    new ClassReader(Files.readAllBytes(file))
        .accept(
            new ClassVisitor(Opcodes.ASM9) {
              @Override
              public MethodVisitor visitMethod(
                  int access, String name, String desc, String signature, String[] thrown) {
                return new MethodVisitor(Opcodes.ASM9) {
                  @Override
                  public void visitInvokeDynamicInsn(
                      String called, String descriptor, Handle bootstrap, Object... arguments) {
                    calls.add(name + " -> " + called);
                  }
                };
              }
            },
            0);
    return calls;
  }
}
