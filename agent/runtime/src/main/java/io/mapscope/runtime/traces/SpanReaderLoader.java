package io.mapscope.runtime.traces;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.Remapper;

/**
 * Defines {@code io.mapscope.otel.CurrentSpan} so that it sees the OpenTelemetry API of one class
 * loader, which may be a copy under other names.
 */
final class SpanReaderLoader extends ClassLoader {

  /** Joined here, because the build renames constants that begin like a relocated package. */
  private static final String API = String.join("/", "io", "opentelemetry", "");

  private static final String READER = String.join("/", "io", "mapscope", "otel", "CurrentSpan");

  /** Where the agent's jar has the class with the API under its real names. */
  private static final String RESOURCE = "bridge/" + READER + ".class";

  private SpanReaderLoader(@Nullable ClassLoader api) {
    super("mapscope-traces", api);
  }

  /**
   * What tells the current span by the API that {@code api} loads; may initialise classes of it.
   *
   * @param prefix before the API's own package names, {@code "io.other.shaded."} or nothing
   */
  static Supplier<?> reader(@Nullable ClassLoader api, String prefix)
      throws IOException, ReflectiveOperationException {
    ClassLoader agent = SpanReaderLoader.class.getClassLoader();
    try (InputStream in = agent.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IOException("the agent's jar lacks " + RESOURCE);
      }
      byte[] classFile = renamed(in.readAllBytes(), prefix.replace('.', '/'));
      Class<?> reader =
          new SpanReaderLoader(api)
              .defineClass(READER.replace('/', '.'), classFile, 0, classFile.length);
      return (Supplier<?>) reader.getConstructor().newInstance();
    }
  }

  private static byte[] renamed(byte[] classFile, String prefix) {
    ClassWriter writer = new ClassWriter(0);
    Remapper names =
        new Remapper() {
          @Override
          public String map(String internalName) {
            return internalName.startsWith(API) ? prefix + internalName : internalName;
          }
        };
    new ClassReader(classFile).accept(new ClassRemapper(writer, names), 0);
    return writer.toByteArray();
  }
}
