package io.mapscope.benchmarks.peer;

import static net.bytebuddy.matcher.ElementMatchers.isPublic;
import static net.bytebuddy.matcher.ElementMatchers.namedOneOf;
import static net.bytebuddy.matcher.ElementMatchers.none;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.instrument.Instrumentation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import net.bytebuddy.agent.builder.AgentBuilder;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.matcher.ElementMatchers;
import org.jspecify.annotations.Nullable;

/** Puts a call of {@link WeakCounts} at the begin of the most common operations of two maps. */
public final class WeakMapAgent {
  private WeakMapAgent() {}

  /** The JVM calls this before main. */
  public static void premain(@Nullable String options, Instrumentation instrumentation)
      throws Exception {
    instrumentation.appendToBootstrapClassLoaderSearch(new JarFile(bootJar().toFile()));
    Class.forName(WeakCounts.class.getName(), true, null);
    new AgentBuilder.Default()
        .disableClassFormatChanges()
        .with(AgentBuilder.RedefinitionStrategy.RETRANSFORMATION)
        .with(AgentBuilder.InitializationStrategy.NoOp.INSTANCE)
        .with(AgentBuilder.TypeStrategy.Default.REDEFINE)
        .ignore(none())
        .type(ElementMatchers.is(HashMap.class).or(ElementMatchers.is(ConcurrentHashMap.class)))
        .transform(
            (builder, type, loader, module, domain) ->
                builder.visit(
                    Advice.to(Operation.class)
                        .on(isPublic().and(namedOneOf("get", "put", "remove", "computeIfAbsent")))))
        .installOn(instrumentation);
  }

  /** Woven into the operations. */
  static final class Operation {
    private Operation() {}

    @Advice.OnMethodEnter
    static void begin(@Advice.This Object map) {
      WeakCounts.used(map);
    }
  }

  /** Only what the JDK's classes must see: with the whole jar there, JMH would be found twice. */
  private static Path bootJar() throws IOException {
    final Path jar = Files.createTempFile("weak-counts", ".jar");
    jar.toFile().deleteOnExit();
    final String name = WeakCounts.class.getName().replace('.', '/');
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream classes = new JarOutputStream(out)) {
      for (final String entry : new String[] {name + ".class", name + "$Key.class"}) {
        classes.putNextEntry(new JarEntry(entry));
        try (InputStream in = WeakMapAgent.class.getResourceAsStream("/" + entry)) {
          if (in == null) {
            throw new IOException(entry + " is missing in this jar");
          }
          in.transferTo(classes);
        }
        classes.closeEntry();
      }
    }
    return jar;
  }
}
