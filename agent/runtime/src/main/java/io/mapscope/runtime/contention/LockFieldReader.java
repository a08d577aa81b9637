package io.mapscope.runtime.contention;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.MapscopeLockFields;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Opcodes;

/** Reads class files for the fields that may hold a lock: all of a reference type but strings. */
public final class LockFieldReader extends ClassVisitor {
  private static final int MOST_FIELDS = 64;

  private final List<String> names = new ArrayList<>();
  private final List<Boolean> statics = new ArrayList<>();

  private LockFieldReader() {
    super(Opcodes.ASM9);
  }

  /** Answers what samples have asked for; asks the application's class loaders for class files. */
  public static void answerAll() {
    for (MapscopeLockFields asked; (asked = MapscopeLockFields.takeUnknown()) != null; ) {
      Class<?> type = asked.get();
      if (type != null) {
        new LockFieldReader().answer(asked, type);
      }
    }
  }

  private void answer(MapscopeLockFields asked, Class<?> type) {
    try (InputStream in = classFile(type)) {
      if (in != null) {
        new ClassReader(in.readAllBytes())
            .accept(this, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG);
      }
      boolean[] isStatic = new boolean[names.size()];
      for (int i = 0; i < isStatic.length; i++) {
        isStatic[i] = statics.get(i);
      }
      asked.know(names.toArray(new String[0]), isStatic);
    } catch (IOException | RuntimeException | InternalError unreadable) {
      // Generated classes have no file, loaders may refuse: their locks have no field.
      asked.know(new String[0], new boolean[0]);
    }
  }

  private static @Nullable InputStream classFile(Class<?> type) {
    String resource = type.getName().replace('.', '/') + ".class";
    ClassLoader loader = type.getClassLoader();
    return loader == null ? null : loader.getResourceAsStream(resource);
  }

  @Override
  public @Nullable FieldVisitor visitField(
      int access, String name, String desc, @Nullable String signature, @Nullable Object value) {
    boolean reference = desc.startsWith("L") || desc.startsWith("[L");
    if (reference && !desc.equals("Ljava/lang/String;") && names.size() < MOST_FIELDS) {
      names.add(name);
      statics.add((access & Opcodes.ACC_STATIC) != 0);
    }
    return null;
  }
}
