package io.mapscope.weaver;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Whether a library's other classes have the methods that woven code calls on them: read from their
 * class files by way of the loader that loads the woven class, so that nothing is loaded early and
 * no NoSuchMethodError can come of a release that nobody here has seen.
 */
final class ForeignMethods {
  private static final int MOST_SUPERCLASSES = 20;

  private ForeignMethods() {}

  /**
   * Checks methods in the form of {@link ClassPlan#needs}.
   *
   * @throws UnknownShape if one is not there, or not public
   */
  static void check(List<String> methods, @Nullable ClassLoader loader) throws UnknownShape {
    for (String method : methods) {
      int dot = method.indexOf('.');
      if (!has(method.substring(0, dot), method.substring(dot + 1), loader)) {
        throw new UnknownShape(
            method.substring(0, dot).replace('/', '.')
                + " has no public method "
                + method.substring(dot + 1));
      }
    }
  }

  private static boolean has(String owner, String method, @Nullable ClassLoader loader)
      throws UnknownShape {
    String name = owner;
    for (int i = 0; i < MOST_SUPERCLASSES && name != null && !name.startsWith("java/"); i++) {
      ClassReader reader = Lineage.read(name, loader);
      if (declares(reader, method)) {
        return true;
      }
      name = reader.getSuperName();
    }
    return false;
  }

  private static boolean declares(ClassReader reader, String wanted) {
    boolean[] found = {false};
    reader.accept(
        new ClassVisitor(Opcodes.ASM9) {
          @Override
          public @Nullable MethodVisitor visitMethod(
              int access,
              String name,
              String descriptor,
              @Nullable String signature,
              String @Nullable [] exceptions) {
            boolean callable =
                (access & (Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC)) == Opcodes.ACC_PUBLIC;
            found[0] |= callable && wanted.equals(name + descriptor);
            return null;
          }
        },
        ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    return found[0];
  }
}
