package io.mapscope.runtime.collect;

import io.mapscope.profile.Nature;
import java.lang.ref.WeakReference;
import java.util.LinkedHashMap;
import java.util.MapscopeNature;
import java.util.MapscopeTally;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * What the maps of a site are by construction: that of the first one that is met alive. Whether a
 * subclass of LinkedHashMap evicts is read in its class file, so that none of its classes is
 * touched; a class without a file is taken not to.
 */
final class NatureAccount {
  private static final String EVICTION = "removeEldestEntry";

  private @Nullable Nature nature;

  /** Class of that map while its file has not been read yet. */
  private @Nullable WeakReference<Class<?>> unread;

  /** Under the ledger's monitor. */
  synchronized void meet(MapscopeTally tally) {
    Object map = nature == null ? tally.get() : null;
    if (map != null) {
      nature =
          new Nature(
              MapscopeNature.base(map),
              MapscopeNature.isInAccessOrder(map),
              false,
              MapscopeNature.hasComparator(map));
      if (map instanceof LinkedHashMap && map.getClass() != LinkedHashMap.class) {
        unread = new WeakReference<>(map.getClass());
      }
    }
  }

  /** Reads the class file, if one is wanted; not under the ledger's monitor. */
  void readClass() {
    WeakReference<Class<?>> wanted;
    synchronized (this) {
      wanted = unread;
      unread = null;
    }
    Class<?> type = wanted == null ? null : wanted.get();
    if (type != null && evicts(type)) {
      synchronized (this) {
        Nature known = nature;
        if (known != null) {
          nature = new Nature(known.base(), known.accessOrder(), true, known.comparator());
        }
      }
    }
  }

  private static boolean evicts(Class<?> type) {
    for (Class<?> one = type;
        one != null && one != LinkedHashMap.class;
        one = one.getSuperclass()) {
      byte[] classFile = ClassFiles.of(one);
      if (classFile != null && declaresEviction(classFile)) {
        return true;
      }
    }
    return false;
  }

  private static boolean declaresEviction(byte[] classFile) {
    boolean[] found = new boolean[1];
    try {
      new ClassReader(classFile)
          .accept(
              new ClassVisitor(Opcodes.ASM9) {
                @Override
                public @Nullable MethodVisitor visitMethod(
                    int access,
                    String name,
                    String descriptor,
                    @Nullable String signature,
                    String @Nullable [] exceptions) {
                  found[0] |= name.equals(EVICTION);
                  return null;
                }
              },
              ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG);
    } catch (IllegalArgumentException newerThanAsm) {
      return false; // a class file version that ASM does not know yet
    }
    return found[0];
  }

  synchronized @Nullable Nature profile() {
    return nature;
  }
}
