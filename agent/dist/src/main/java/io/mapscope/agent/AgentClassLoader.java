package io.mapscope.agent;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * Loads the agent's own classes from the folder {@code inst/} of its jar, where they are called
 * {@code .classdata} so that neither the application nor its class path scanners see them.
 *
 * <p>Its parent is the platform loader: nothing of the application can get in the way.
 */
final class AgentClassLoader extends ClassLoader {
  private static final String FOLDER = "inst/";

  static {
    registerAsParallelCapable();
  }

  private final ZipFile jar;
  private final String url;

  AgentClassLoader(File jar) throws IOException {
    super("mapscope", getPlatformClassLoader());
    this.jar = new ZipFile(jar);
    this.url = jar.toURI().toString();
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    byte[] classFile = read(name.replace('.', '/') + ".class");
    if (classFile == null) {
      throw new ClassNotFoundException(name);
    }
    return defineClass(name, classFile, 0, classFile.length);
  }

  @Override
  public @Nullable InputStream getResourceAsStream(String name) {
    byte[] content;
    try {
      content = read(name);
    } catch (ClassNotFoundException unreadable) {
      return null;
    }
    return content == null ? super.getResourceAsStream(name) : new ByteArrayInputStream(content);
  }

  @Override
  protected @Nullable URL findResource(String name) {
    ZipEntry entry = entry(name);
    try {
      return entry == null ? null : new URL("jar:" + url + "!/" + entry.getName());
    } catch (MalformedURLException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private @Nullable ZipEntry entry(String name) {
    String stored = name.endsWith(".class") ? name + "data" : name;
    return jar.getEntry(FOLDER + stored);
  }

  private byte @Nullable [] read(String name) throws ClassNotFoundException {
    ZipEntry entry = entry(name);
    if (entry == null) {
      return null;
    }
    try (InputStream in = jar.getInputStream(entry)) {
      return in.readAllBytes();
    } catch (IOException unreadable) {
      throw new ClassNotFoundException("cannot read " + name + " from the agent's jar", unreadable);
    }
  }
}
