package io.mapscope.agent;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.security.AllPermission;
import java.security.CodeSource;
import java.security.Permission;
import java.security.PermissionCollection;
import java.security.ProtectionDomain;
import java.security.cert.Certificate;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * Loads the agent's own classes from the folder {@code inst/} of its jar, where they are called
 * {@code .classdata} so that neither the application nor its class path scanners see them.
 *
 * <p>In an application its parent is the platform loader: nothing of the application can get in the
 * way. Every start of the agent makes one; what ends the agent closes it.
 */
final class AgentClassLoader extends ClassLoader implements Closeable {
  private static final String FOLDER = "inst/";
  private static final String OURS = "io.mapscope.";

  static {
    registerAsParallelCapable();
  }

  private final ZipFile jar;
  private final String url;

  /**
   * Whose code ours is: under a security manager, which JDK 17 still has, it may do what the JDK
   * itself may, whatever the policy. It does not name this loader, as the default one would:
   * threads of Flight Recorder that begin under our calls keep the domains of the callers on JDK
   * 17, for ever.
   */
  private final ProtectionDomain domain;

  AgentClassLoader(File jar, ClassLoader parent) throws IOException {
    super("mapscope", parent);
    this.jar = new ZipFile(jar);
    this.url = jar.toURI().toString();
    this.domain = new ProtectionDomain(new CodeSource(null, (Certificate[]) null), everything());
  }

  private static PermissionCollection everything() {
    Permission all = new AllPermission();
    PermissionCollection collection = all.newPermissionCollection();
    collection.add(all);
    return collection;
  }

  /** The version in the jar's manifest. */
  String version() throws IOException {
    ZipEntry manifest = jar.getEntry(JarFile.MANIFEST_NAME);
    if (manifest == null) {
      return "unknown";
    }
    try (InputStream in = jar.getInputStream(manifest)) {
      String version = new Manifest(in).getMainAttributes().getValue("Implementation-Version");
      return version == null ? "unknown" : version;
    }
  }

  /** Closes the jar; classes that are loaded already go on. */
  @Override
  public void close() throws IOException {
    jar.close();
  }

  /**
   * Ours are looked for here first: asking the parents costs an exception for each of the hundreds
   * of classes that are loaded before {@code main}.
   */
  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    return name.startsWith(OURS) ? loadOurs(name, resolve) : super.loadClass(name, resolve);
  }

  private Class<?> loadOurs(String name, boolean resolve) throws ClassNotFoundException {
    synchronized (getClassLoadingLock(name)) {
      Class<?> known = findLoadedClass(name);
      if (known != null) {
        return known;
      }
      byte[] classFile = read(name.replace('.', '/') + ".class");
      return classFile == null
          ? super.loadClass(name, resolve)
          : defineClass(name, classFile, 0, classFile.length, domain);
    }
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    byte[] classFile = read(name.replace('.', '/') + ".class");
    if (classFile == null) {
      throw new ClassNotFoundException(name);
    }
    return defineClass(name, classFile, 0, classFile.length, domain);
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
