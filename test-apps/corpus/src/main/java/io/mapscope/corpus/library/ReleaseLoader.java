package io.mapscope.corpus.library;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import org.jspecify.annotations.Nullable;

/**
 * Loads a release, and the program that uses it beside it.
 *
 * <p>The program's class and its nested classes are defined here once more. Of the rest of the
 * corpus they see what everybody shares, and nothing of the libraries that the corpus itself uses:
 * those may be other releases of the same ones.
 */
final class ReleaseLoader extends URLClassLoader {
  static {
    registerAsParallelCapable();
  }

  private static final String CORPUS = "io.mapscope.corpus.";

  private final ClassLoader corpus;
  private final String program;

  ReleaseLoader(URL[] jars, Class<?> driver) {
    super("release", jars, ClassLoader.getPlatformClassLoader());
    this.corpus = driver.getClassLoader();
    this.program = driver.getNestHost().getName();
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    if (!name.startsWith(CORPUS)) {
      return super.findClass(name);
    }
    return name.equals(program) || name.startsWith(program + "$")
        ? defineAnew(name)
        : corpus.loadClass(name);
  }

  /** Class files of the corpus too: who asks a class for its file asks its loader. */
  @Override
  public @Nullable URL findResource(String name) {
    return name.startsWith(path(CORPUS)) ? corpus.getResource(name) : super.findResource(name);
  }

  private Class<?> defineAnew(String name) throws ClassNotFoundException {
    try (InputStream file = corpus.getResourceAsStream(path(name) + ".class")) {
      if (file == null) {
        throw new ClassNotFoundException(name);
      }
      final byte[] bytes = file.readAllBytes();
      return defineClass(name, bytes, 0, bytes.length);
    } catch (IOException e) {
      throw new ClassNotFoundException(name, e);
    }
  }

  private static String path(String name) {
    return name.replace('.', '/');
  }
}
