package io.mapscope.weaver;

import java.io.IOException;
import java.io.InputStream;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.IllegalClassFormatException;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** As much of a JVM as a weaver sees: a few loaded classes and what transformers make of them. */
final class FakeJvm {
  private final List<Class<?>> loaded = new ArrayList<>();
  private final Map<Class<?>, byte[]> current = new HashMap<>();
  private final List<ClassFileTransformer> transformers = new ArrayList<>();
  private @Nullable Exception refusal;
  private int retransformations;

  /** Has {@code type} loaded now, before or after there are transformers. */
  void load(Class<?> type) throws Exception {
    current.put(type, transformed(type, null));
    loaded.add(type);
  }

  /** Has the JVM accept no new class file from now on. */
  void refuse(Exception problem) {
    refusal = problem;
  }

  int retransformations() {
    return retransformations;
  }

  byte[] current(Class<?> type) {
    return Objects.requireNonNull(current.get(type), type.getName());
  }

  static byte[] original(Class<?> type) throws IOException {
    String resource = type.getName().replace('.', '/') + ".class";
    try (InputStream in = ClassLoader.getSystemResourceAsStream(resource)) {
      return in.readAllBytes();
    }
  }

  Instrumentation instrumentation() {
    return (Instrumentation)
        Proxy.newProxyInstance(
            FakeJvm.class.getClassLoader(),
            new Class<?>[] {Instrumentation.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "addTransformer" -> transformers.add((ClassFileTransformer) arguments[0]);
                  case "removeTransformer" -> transformers.remove(arguments[0]);
                  case "getAllLoadedClasses" -> loaded.toArray(new Class<?>[0]);
                  case "retransformClasses" -> retransform((Class<?>[]) arguments[0]);
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }

  /** All of them or, when one is refused, none. */
  private @Nullable Object retransform(Class<?>[] types) throws Exception {
    Map<Class<?>, byte[]> results = new HashMap<>();
    for (Class<?> type : types) {
      retransformations++;
      results.put(type, transformed(type, type));
    }
    if (refusal != null) {
      throw refusal;
    }
    current.putAll(results);
    return null;
  }

  private byte[] transformed(Class<?> type, @Nullable Class<?> redefined)
      throws IOException, IllegalClassFormatException {
    byte[] classFile = original(type);
    for (ClassFileTransformer transformer : transformers) {
      String name = type.getName().replace('.', '/');
      byte[] result = transformer.transform(null, name, redefined, null, classFile);
      classFile = result == null ? classFile : result;
    }
    return classFile;
  }
}
