package io.mapscope.runtime.collect;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Class files of the application, from its own class loaders. */
final class ClassFiles {
  private ClassFiles() {}

  /** The file that {@code owner} was made from; null when there is none. */
  static byte @Nullable [] of(Class<?> owner) {
    String resource = owner.getName().replace('.', '/') + ".class";
    ClassLoader loader = owner.getClassLoader();
    try (InputStream in =
        loader == null
            ? ClassLoader.getSystemResourceAsStream(resource)
            : loader.getResourceAsStream(resource)) {
      return in == null ? null : in.readAllBytes();
    } catch (IOException | RuntimeException unreadable) {
      return null; // generated classes have no file, and loaders of the application may refuse
    }
  }
}
