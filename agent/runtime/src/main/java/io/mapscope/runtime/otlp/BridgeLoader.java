package io.mapscope.runtime.otlp;

import io.mapscope.runtime.otlp.logging.Level;
import io.mapscope.runtime.otlp.logging.Logger;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.Remapper;
import org.objectweb.asm.commons.SimpleRemapper;

/**
 * Loads what lies in the folder {@code bridge/} of the agent's jar before asking its parent, the
 * agent's loader: the OpenTelemetry API under its real names, and our binding to it.
 */
final class BridgeLoader extends ClassLoader {

  private static final String FOLDER = "bridge/";

  /** Joined here, because the build renames constants that begin like a relocated package. */
  private static final String JAVA_LOGGING = String.join("/", "java", "util", "logging", "");

  private static final Remapper LOGGING =
      new SimpleRemapper(
          Opcodes.ASM9,
          Map.of(
              JAVA_LOGGING + "Logger", Type.getInternalName(Logger.class),
              JAVA_LOGGING + "Level", Type.getInternalName(Level.class)));

  static {
    registerAsParallelCapable();
  }

  private final ClassLoader agent;

  BridgeLoader(ClassLoader agent) {
    super("mapscope-bridge", agent);
    this.agent = agent;
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    synchronized (getClassLoadingLock(name)) {
      Class<?> known = findLoadedClass(name);
      if (known != null) {
        return known;
      }
      byte[] classFile = read(FOLDER + name.replace('.', '/') + ".class");
      return classFile == null ? super.loadClass(name, resolve) : define(name, classFile);
    }
  }

  /** The API logs, too; see the package {@code logging}. */
  private Class<?> define(String name, byte[] classFile) {
    ClassWriter writer = new ClassWriter(0);
    new ClassReader(classFile).accept(new ClassRemapper(writer, LOGGING), 0);
    byte[] own = writer.toByteArray();
    return defineClass(name, own, 0, own.length);
  }

  private byte @Nullable [] read(String resource) throws ClassNotFoundException {
    try (InputStream in = agent.getResourceAsStream(resource)) {
      return in == null ? null : in.readAllBytes();
    } catch (IOException unreadable) {
      throw new ClassNotFoundException("cannot read " + resource, unreadable);
    }
  }

  /** The other agent looks whether the API's classes are there before it bridges them. */
  @Override
  protected @Nullable URL findResource(String name) {
    return agent.getResource(FOLDER + name);
  }
}
