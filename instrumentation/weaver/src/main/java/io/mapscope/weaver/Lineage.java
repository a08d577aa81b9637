package io.mapscope.weaver;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * What a class that the user named inherits: whether it is a Map at all, what holds its probe, and
 * which operations come from superclasses that are not the JDK's.
 *
 * <p>Read from class files by way of the loader that loads the class, before it is loaded.
 */
final class Lineage {
  /** For classes of which nothing inherited need be known. */
  static final Lineage NONE = new Lineage(name -> false);

  private static final int MOST_CLASSES = 100;
  private static final List<String> MAPS =
      Arrays.asList(
          "java/util/Map",
          "java/util/SortedMap",
          "java/util/NavigableMap",
          "java/util/SequencedMap",
          "java/util/concurrent/ConcurrentMap",
          "java/util/concurrent/ConcurrentNavigableMap",
          "java/util/AbstractMap");

  /** Maps of the JDK that instances of subclasses are recorded as. */
  private static final List<String> RECORDED =
      Arrays.asList(
          "java/util/HashMap",
          "java/util/LinkedHashMap",
          "java/util/TreeMap",
          "java/util/WeakHashMap",
          "java/util/IdentityHashMap",
          "java/util/EnumMap",
          "java/util/Hashtable",
          "java/util/Properties",
          "java/util/concurrent/ConcurrentHashMap",
          "java/util/concurrent/ConcurrentSkipListMap");

  private final Predicate<String> tracked;
  private final List<TargetMethod> inherited = new ArrayList<>();
  private boolean isMap;
  private boolean trackedAlready;
  private int classes;

  private Lineage(Predicate<String> tracked) {
    this.tracked = tracked;
  }

  /**
   * Reads the superclasses and interfaces of {@code classFile}.
   *
   * @param tracked tells internal names of other classes that carry a probe
   * @throws UnknownShape if the class is no map that can be tracked
   */
  static Lineage of(byte[] classFile, @Nullable ClassLoader loader, Predicate<String> tracked)
      throws UnknownShape {
    Lineage lineage = new Lineage(tracked);
    ClassReader reader = new ClassReader(classFile);
    lineage.follow(reader, loader, true);
    if (!lineage.isMap) {
      throw new UnknownShape(reader.getClassName().replace('/', '.') + " does not implement Map");
    }
    return lineage;
  }

  /** Operations to be counted although another class declares them; nearest superclass first. */
  List<TargetMethod> inherited() {
    return inherited;
  }

  /** Whether a superclass carries the probe. */
  boolean isTrackedAlready() {
    return trackedAlready;
  }

  private void follow(ClassReader reader, @Nullable ClassLoader loader, boolean superclasses)
      throws UnknownShape {
    for (String one : reader.getInterfaces()) {
      meet(one, loader, false);
    }
    if (superclasses) {
      meet(reader.getSuperName(), loader, true);
    }
  }

  private void meet(@Nullable String name, @Nullable ClassLoader loader, boolean superclass)
      throws UnknownShape {
    if (name == null || ++classes > MOST_CLASSES) {
      return;
    }
    isMap |= MAPS.contains(name);
    if (tracked.test(name)) {
      isMap = true;
      trackedAlready = true;
      return;
    }
    if (RECORDED.contains(name)) {
      throw new UnknownShape(
          "it extends " + name.replace('/', '.') + ", which is recorded by maps=concurrent;jdk");
    }
    if (name.startsWith("java/")) {
      return;
    }
    ClassReader reader = read(name, loader);
    if (superclass) {
      addOperations(reader);
    }
    follow(reader, loader, superclass);
  }

  /** The class file of another class, as {@code loader} would find it. */
  static ClassReader read(String name, @Nullable ClassLoader loader) throws UnknownShape {
    String resource = name + ".class";
    try (InputStream in =
        loader == null
            ? ClassLoader.getSystemResourceAsStream(resource)
            : loader.getResourceAsStream(resource)) {
      if (in == null) {
        throw new UnknownShape("there is no class file of " + name.replace('/', '.'));
      }
      return new ClassReader(in.readAllBytes());
    } catch (IOException unreadable) {
      throw new UnknownShape("cannot read " + name.replace('/', '.') + ": " + unreadable);
    }
  }

  private void addOperations(ClassReader reader) throws UnknownShape {
    Operations operations = new Operations(reader.getClassName());
    reader.accept(
        operations, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    if (operations.finalOne != null) {
      throw new UnknownShape(
          "it inherits the final method "
              + operations.finalOne
              + " of "
              + reader.getClassName().replace('/', '.')
              + "; name that class");
    }
  }

  private final class Operations extends ClassVisitor {
    private final String owner;
    private @Nullable String finalOne;

    Operations(String owner) {
      super(Opcodes.ASM9);
      this.owner = owner;
    }

    @Override
    public @Nullable MethodVisitor visitMethod(
        int access,
        String name,
        String descriptor,
        @Nullable String signature,
        String @Nullable [] exceptions) {
      TargetMethod method = new TargetMethod(owner, access, name, descriptor);
      if ((access & Opcodes.ACC_PUBLIC) != 0
          && method.isOrdinary()
          && MapMethods.ofMap(method) != null) {
        add(method);
      }
      return null;
    }

    private void add(TargetMethod method) {
      for (TargetMethod nearer : inherited) {
        if (nearer.name().equals(method.name())
            && nearer.descriptor().equals(method.descriptor())) {
          return;
        }
      }
      if ((method.access() & Opcodes.ACC_FINAL) != 0) {
        finalOne = method.name();
      }
      inherited.add(method);
    }
  }
}
