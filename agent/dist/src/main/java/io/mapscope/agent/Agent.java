package io.mapscope.agent;

import java.io.File;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.InvocationTargetException;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * Where the JVM enters: {@code premain}, {@code agentmain}, and {@code main} of the same jar.
 *
 * <p>Catches everything: an exception out of {@code premain} would abort the application.
 */
public final class Agent {
  private static final String START = "io.mapscope.runtime.start.AgentStart";
  private static final String BEFORE_MAIN = "start";
  private static final String LATE = "startLate";
  private static final String ATTACH = "io.mapscope.runtime.start.AttachStart";

  /**
   * Called by a method handle: reflection spins classes of its own on JDK 18+, 10 ms of start-up.
   */
  private static final MethodType SIGNATURE =
      MethodType.methodType(boolean.class, String.class, Instrumentation.class, String.class);

  private static final MethodType ATTACH_SIGNATURE =
      MethodType.methodType(
          boolean.class,
          String.class,
          String.class,
          String.class,
          Instrumentation.class,
          String.class);

  private static final String COMMAND_LINE = "io.mapscope.cli.Main";

  private Agent() {}

  public static void premain(@Nullable String options, Instrumentation instrumentation) {
    start(BEFORE_MAIN, options, instrumentation);
  }

  public static void agentmain(@Nullable String options, Instrumentation instrumentation) {
    if (options == null || !AttachRequest.isOne(options)) {
      start(LATE, options, instrumentation);
    } else {
      serve(options, instrumentation);
    }
  }

  /** The command line tool; it talks to other JVMs by a module that the system loader has. */
  public static void main(String[] arguments) throws Throwable {
    try {
      ClassLoader loader = new AgentClassLoader(ownJar(), ClassLoader.getSystemClassLoader());
      Class<?> main = loader.loadClass(COMMAND_LINE);
      main.getMethod("main", String[].class).invoke(null, (Object) arguments);
    } catch (InvocationTargetException thrown) {
      Throwable cause = thrown.getCause();
      throw cause == null ? thrown : cause;
    }
  }

  private static void start(
      String method, @Nullable String options, Instrumentation instrumentation) {
    AgentClassLoader loader = null;
    boolean stays = false;
    try {
      loader = loader(ownJar());
      stays =
          (boolean)
              MethodHandles.publicLookup()
                  .findStatic(loader.loadClass(START), method, SIGNATURE)
                  .invokeExact(options, instrumentation, version());
    } catch (Throwable problem) {
      stayOff(problem);
    }
    if (!stays) {
      close(loader);
    }
  }

  /** Does what our own command line asks for, and leaves the answer where it looks for it. */
  private static void serve(String text, Instrumentation instrumentation) {
    AgentClassLoader loader = null;
    boolean stays = false;
    try {
      AttachRequest request = AttachRequest.parse(text);
      loader = loader(request.jar());
      stays =
          (boolean)
              MethodHandles.publicLookup()
                  .findStatic(loader.loadClass(ATTACH), "serve", ATTACH_SIGNATURE)
                  .invokeExact(
                      request.command(),
                      request.ticket(),
                      request.options(),
                      instrumentation,
                      loader.version());
    } catch (Throwable problem) {
      stayOff(problem);
    }
    if (!stays) {
      close(loader);
    }
  }

  private static void close(@Nullable AgentClassLoader loader) {
    if (loader != null) {
      try {
        loader.close();
      } catch (IOException problem) {
        System.err.println("mapscope: cannot close its jar: " + problem);
      }
    }
  }

  private static void stayOff(Throwable problem) {
    if (problem instanceof SecurityException) {
      System.err.println(
          "mapscope: the security manager forbids it ("
              + problem.getMessage()
              + "), the application runs without it; its policy would have to grant"
              + " java.security.AllPermission to the agent's jar");
      return;
    }
    System.err.println("mapscope: cannot start, the application runs without it: " + problem);
    for (StackTraceElement frame : problem.getStackTrace()) {
      System.err.println("mapscope:     at " + frame);
    }
  }

  private static AgentClassLoader loader(File jar) throws IOException {
    return new AgentClassLoader(jar, ClassLoader.getPlatformClassLoader());
  }

  private static File ownJar() throws URISyntaxException {
    return new File(Agent.class.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  private static String version() {
    String version = Agent.class.getPackage().getImplementationVersion();
    return version == null ? "unknown" : version;
  }
}
