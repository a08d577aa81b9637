package io.mapscope.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects the command line of a {@link ChildJvm}, then starts it. */
public final class ChildJvmBuilder {
  private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(60);

  /** Variables that would add options, and the JVM's notice of them, behind the test's back. */
  private static final List<String> JVM_OPTION_VARIABLES =
      List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS", "CLASSPATH");

  private static final String ADVICE = "MAPSCOPE_ADVICE";

  private final Path directory;
  private final String mainClass;
  private final List<String> jvmFlags = new ArrayList<>();
  private final List<String> arguments = new ArrayList<>();
  private final Map<String, String> environment = new HashMap<>();
  private Path javaHome = EndToEnd.javaHome();
  private @Nullable String mainModule;
  private String classPath = System.getProperty("java.class.path");
  private Duration timeout = DEFAULT_TIMEOUT;
  private int fileSizeLimitKilobytes;
  private String umask = "";
  private List<String> launcher = List.of();

  ChildJvmBuilder(Path directory, String mainClass) {
    this.directory = directory;
    this.mainClass = mainClass;
    environment.put(ADVICE, "off");
  }

  /**
   * Lets the agent say on the console what it finds, as it does unless told otherwise. Not so in
   * other tests: they look into reports, and take any line on stderr for a failure.
   */
  public ChildJvmBuilder withConsoleAdvice() {
    environment.remove(ADVICE);
    return this;
  }

  /** The JDK that runs the child, instead of {@code e2e.javaHome}. */
  public ChildJvmBuilder javaHome(Path home) {
    javaHome = home;
    return this;
  }

  /** The child's class path, instead of the test's. */
  public ChildJvmBuilder classPath(String path) {
    classPath = path;
    return this;
  }

  /** Runs a main class in a module, {@code module/class}, found on {@code path} or in the JDK. */
  public ChildJvmBuilder modules(Path path, String main) {
    jvmFlags.addAll(List.of("--module-path", path.toString()));
    mainModule = main;
    return this;
  }

  /** Attaches the agent with these {@code key=value} options, unless {@code e2e.agent=off}. */
  public ChildJvmBuilder agent(String... options) {
    if (EndToEnd.agentOn()) {
      final String suffix = options.length == 0 ? "" : "=" + String.join(",", options);
      jvmFlags.add("-javaagent:" + EndToEnd.agentJar() + suffix);
    } else {
      System.err.println("### e2e.agent=off: " + mainClass + " runs WITHOUT the agent");
    }
    return this;
  }

  /** Adds JVM options such as {@code -Xmx1g} or {@code -Dkey=value}. */
  public ChildJvmBuilder jvmFlags(String... flags) {
    jvmFlags.addAll(List.of(flags));
    return this;
  }

  /** Adds arguments of the main class. */
  public ChildJvmBuilder args(String... more) {
    arguments.addAll(List.of(more));
    return this;
  }

  /** Sets an environment variable of the child. */
  public ChildJvmBuilder environment(String name, String value) {
    environment.put(name, value);
    return this;
  }

  /** The largest file that the child may write: to a process, what a full disk is. */
  public ChildJvmBuilder fileSizeLimitKilobytes(int limit) {
    fileSizeLimitKilobytes = limit;
    return this;
  }

  /** What the child's new files are kept from by default, such as {@code 022}. */
  public ChildJvmBuilder umask(String mask) {
    umask = mask;
    return this;
  }

  /**
   * Another program that the child's command line is handed to, such as {@code setpriv} with
   * options; it has to become the child.
   */
  public ChildJvmBuilder launcher(String... command) {
    launcher = List.of(command);
    return this;
  }

  /** How long the child may live; 60 seconds by default. */
  public ChildJvmBuilder timeout(Duration limit) {
    timeout = limit;
    return this;
  }

  /** Starts the child. */
  public ChildJvm start() throws IOException {
    Files.createDirectories(directory);
    final ProcessBuilder builder = new ProcessBuilder(command()).directory(directory.toFile());
    builder.environment().keySet().removeIf(ChildJvmBuilder::isForeignSetting);
    builder.environment().putAll(environment);
    final Process process = builder.start();
    process.getOutputStream().close();
    return new ChildJvm(description(), process, directory, Deadline.in(timeout));
  }

  /** Starts the child and waits until it has ended by itself. */
  public ChildResult run() throws IOException, InterruptedException {
    try (ChildJvm child = start()) {
      return child.awaitExit();
    }
  }

  private List<String> command() {
    final List<String> command = new ArrayList<>(launcher);
    final String setting =
        (fileSizeLimitKilobytes > 0 ? "ulimit -f " + fileSizeLimitKilobytes + "; " : "")
            + (umask.isEmpty() ? "" : "umask " + umask + "; ");
    if (!setting.isEmpty()) {
      command.addAll(List.of("bash", "-c", setting + "exec \"$0\" \"$@\""));
    }
    command.add(javaHome.resolve("bin").resolve("java").toString());
    command.addAll(jvmFlags);
    command.addAll(List.of("-cp", classPath));
    command.addAll(mainModule == null ? List.of(mainClass) : List.of("-m", mainModule));
    command.addAll(arguments);
    return command;
  }

  /** The command line for people: without the class path, which is longer than all the rest. */
  private String description() {
    final List<String> command = command();
    final int classPathFlag = command.indexOf("-cp");
    command.subList(classPathFlag, classPathFlag + 2).clear();
    return String.join(" ", command);
  }

  private static boolean isForeignSetting(String variable) {
    return variable.startsWith("MAPSCOPE_") || JVM_OPTION_VARIABLES.contains(variable);
  }
}
