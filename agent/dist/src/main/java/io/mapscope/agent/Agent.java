package io.mapscope.agent;

import java.io.File;
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

  /**
   * Called by a method handle: reflection spins classes of its own on JDK 18+, 10 ms of start-up.
   */
  private static final MethodType SIGNATURE =
      MethodType.methodType(void.class, String.class, Instrumentation.class, String.class);

  private static final String COMMAND_LINE = "io.mapscope.cli.Main";

  private Agent() {}

  public static void premain(@Nullable String options, Instrumentation instrumentation) {
    start(options, instrumentation);
  }

  public static void agentmain(@Nullable String options, Instrumentation instrumentation) {
    start(options, instrumentation);
  }

  /** The command line tool. */
  public static void main(String[] arguments) throws Throwable {
    try {
      Class<?> main = loader().loadClass(COMMAND_LINE);
      main.getMethod("main", String[].class).invoke(null, (Object) arguments);
    } catch (InvocationTargetException thrown) {
      Throwable cause = thrown.getCause();
      throw cause == null ? thrown : cause;
    }
  }

  private static void start(@Nullable String options, Instrumentation instrumentation) {
    try {
      MethodHandles.publicLookup()
          .findStatic(loader().loadClass(START), "start", SIGNATURE)
          .invokeExact(options, instrumentation, version());
    } catch (Throwable problem) {
      stayOff(problem);
    }
  }

  private static void stayOff(Throwable problem) {
    System.err.println("mapscope: cannot start, the application runs without it: " + problem);
    for (StackTraceElement frame : problem.getStackTrace()) {
      System.err.println("mapscope:     at " + frame);
    }
  }

  private static ClassLoader loader() throws Exception {
    return new AgentClassLoader(ownJar());
  }

  private static File ownJar() throws URISyntaxException {
    return new File(Agent.class.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  private static String version() {
    String version = Agent.class.getPackage().getImplementationVersion();
    return version == null ? "unknown" : version;
  }
}
