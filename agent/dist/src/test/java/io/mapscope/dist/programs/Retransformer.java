package io.mapscope.dist.programs;

import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.security.ProtectionDomain;
import java.time.Clock;
import java.util.HashMap;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Another agent, which rewrites the JDK's maps themselves as Byteman does: counts their puts. With
 * the option {@code threads} it uses a map whenever somebody asks whether a thread is alive, as
 * Mockito does where threads are mocked; with {@code clock} all of Java's clocks are set as it
 * says.
 */
public final class Retransformer implements ClassFileTransformer {
  private static final Set<String> CLASSES =
      Set.of(
          "java/util/HashMap",
          "java/util/concurrent/ConcurrentHashMap",
          "java/lang/Thread",
          "java/time/Clock");

  private static final String PUT = "(Ljava/lang/Object;Ljava/lang/Object;)Ljava/lang/Object;";
  private static final String TALLIED = "io/mapscope/dist/programs/Tallied";

  public static void premain(String options, Instrumentation instrumentation) throws Exception {
    agentmain(options, instrumentation);
  }

  public static void agentmain(String options, Instrumentation instrumentation) throws Exception {
    instrumentation.addTransformer(new Retransformer(), true);
    instrumentation.retransformClasses(HashMap.class, ConcurrentHashMap.class);
    if ("threads".equals(options)) {
      instrumentation.retransformClasses(Thread.class);
    } else if ("clock".equals(options)) {
      instrumentation.retransformClasses(Clock.class);
    }
  }

  @Override
  public byte @Nullable [] transform(
      @Nullable ClassLoader loader,
      @Nullable String name,
      @Nullable Class<?> redefined,
      @Nullable ProtectionDomain domain,
      byte[] classFile) {
    if (name == null || !CLASSES.contains(name)) {
      return null;
    }
    ClassReader reader = new ClassReader(classFile);
    ClassWriter writer = new ClassWriter(reader, 0);
    reader.accept(new Calls(writer), 0);
    return writer.toByteArray();
  }

  private static final class Calls extends ClassVisitor {
    Calls(ClassVisitor next) {
      super(Opcodes.ASM9, next);
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String descriptor, String signature, String[] exceptions) {
      MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
      if (name.equals("isAlive")) {
        return new Ask(next);
      }
      if (name.equals("currentInstant")) {
        return new Shift(next);
      }
      return name.equals("put") && descriptor.equals(PUT) ? new Tally(next) : next;
    }
  }

  private static final class Tally extends MethodVisitor {
    Tally(MethodVisitor next) {
      super(Opcodes.ASM9, next);
    }

    @Override
    public void visitCode() {
      super.visitCode();
      super.visitVarInsn(Opcodes.ALOAD, 1);
      super.visitMethodInsn(Opcodes.INVOKESTATIC, TALLIED, "put", "(Ljava/lang/Object;)V", false);
    }
  }

  private static final class Ask extends MethodVisitor {
    Ask(MethodVisitor next) {
      super(Opcodes.ASM9, next);
    }

    @Override
    public void visitCode() {
      super.visitCode();
      super.visitMethodInsn(Opcodes.INVOKESTATIC, TALLIED, "ask", "()V", false);
    }
  }

  private static final class Shift extends MethodVisitor {
    Shift(MethodVisitor next) {
      super(Opcodes.ASM9, next);
    }

    @Override
    public void visitInsn(int opcode) {
      if (opcode == Opcodes.ARETURN) {
        String shift = "(Ljava/time/Instant;)Ljava/time/Instant;";
        super.visitMethodInsn(Opcodes.INVOKESTATIC, TALLIED, "shifted", shift, false);
      }
      super.visitInsn(opcode);
    }
  }
}
