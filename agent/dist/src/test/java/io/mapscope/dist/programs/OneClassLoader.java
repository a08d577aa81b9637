package io.mapscope.dist.programs;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.function.Consumer;

/** A loader with one class of its own, a copy of one that there is already, and a task for it. */
public final class OneClassLoader extends ClassLoader {
  private final Class<?> original;
  private final Consumer<Class<?>> hook;

  private OneClassLoader(Class<?> original, Consumer<Class<?>> hook) {
    super(original.getClassLoader());
    this.original = original;
    this.hook = hook;
  }

  /** Loads {@code original} once more and has its initialiser find {@code hook}. */
  static void initialise(Class<?> original, Consumer<Class<?>> hook) {
    try {
      Class.forName(original.getName(), true, new OneClassLoader(original, hook));
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What the copy's initialiser is to do. */
  public static Consumer<Class<?>> hook(Class<?> copy) {
    return ((OneClassLoader) copy.getClassLoader()).hook;
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (!name.equals(original.getName())) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      return loaded == null ? copy() : loaded;
    }
  }

  private Class<?> copy() {
    String file = original.getName().replace('.', '/') + ".class";
    try (InputStream in = original.getClassLoader().getResourceAsStream(file)) {
      byte[] code = Objects.requireNonNull(in, file).readAllBytes();
      return defineClass(original.getName(), code, 0, code.length);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
