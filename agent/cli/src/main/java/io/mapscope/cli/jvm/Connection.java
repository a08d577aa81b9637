package io.mapscope.cli.jvm;

import com.sun.tools.attach.AgentInitializationException;
import com.sun.tools.attach.AgentLoadException;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A connection to a JVM that takes part in the attach mechanism. */
public final class Connection implements AutoCloseable {
  private static final String VERSION = "io.mapscope.version";
  private static final String OPTIONS = "io.mapscope.options";
  private static final String JAR = "io.mapscope.jar";
  private static final int FIRST_WITH_NOTICE = 21;
  private static final String LOADING_ALLOWED = "-XX:+EnableDynamicAgentLoading";

  private final JvmProcess jvm;
  private final VirtualMachine machine;

  private Connection(JvmProcess jvm, VirtualMachine machine) {
    this.jvm = jvm;
    this.machine = machine;
  }

  /** The agent in a JVM: its version, its options and where it sees its jar. */
  public record RunningAgent(String version, String options, String jar) {}

  /**
   * Connects, unless something is known to stand against it.
   *
   * @throws Unreachable with what to do
   */
  public static Connection to(JvmProcess jvm) throws Unreachable {
    if (jvm.obstacle() != null) {
      throw new Unreachable("cannot attach to " + jvm.label() + ": " + jvm.obstacle());
    }
    try {
      return new Connection(jvm, VirtualMachine.attach(Long.toString(jvm.pid())));
    } catch (AttachNotSupportedException | IOException problem) {
      throw new Unreachable(
          "cannot attach to "
              + jvm.label()
              + ": "
              + problem.getMessage()
              + "; it must be a JVM that is not stopped, of the same user, and in a container its"
              + " /tmp must be writable",
          problem);
    }
  }

  /** The agent that runs there, or null. */
  public @Nullable RunningAgent agent() throws Unreachable {
    Properties properties = agentProperties();
    String version = properties.getProperty(VERSION);
    return version == null
        ? null
        : new RunningAgent(
            version, properties.getProperty(OPTIONS, ""), properties.getProperty(JAR, ""));
  }

  /** Whether loading an agent makes the JVM print a notice of its own. */
  public boolean willPrintNotice() throws Unreachable {
    try {
      Properties system = machine.getSystemProperties();
      int feature = Runtime.Version.parse(system.getProperty("java.version", "17")).feature();
      String arguments = agentProperties().getProperty("sun.jvm.args", "");
      return feature >= FIRST_WITH_NOTICE && !arguments.contains(LOADING_ALLOWED);
    } catch (IOException problem) {
      throw lost(problem);
    }
  }

  /** Loads the jar of this command line and has it do {@code command}. */
  public Reply request(String command, String options) throws Unreachable {
    return request(command, options, AgentJar.visibleTo(jvm));
  }

  /** The same with the code in {@code jar}, a path of the target's. */
  public Reply request(String command, String options, String jar) throws Unreachable {
    String ticket = UUID.randomUUID().toString();
    String place = URLEncoder.encode(jar, StandardCharsets.UTF_8);
    String request = "@" + command + " " + ticket + " " + place + " " + options;
    try {
      machine.loadAgent(jar, request);
    } catch (AgentLoadException | AgentInitializationException refused) {
      throw refusal(refused);
    } catch (IOException problem) {
      throw lost(problem);
    }
    Reply reply = Reply.parse(agentProperties().getProperty(Reply.NAME), ticket);
    if (reply == null) {
      throw new Unreachable(
          "the agent in " + jvm.label() + " gave no answer; look at that process's stderr");
    }
    return reply;
  }

  /** Opens the management bean of the agent that runs there. */
  public AgentBean bean() throws Unreachable {
    try {
      return AgentBean.connect(jvm, machine.startLocalManagementAgent());
    } catch (IOException problem) {
      throw lost(problem);
    }
  }

  /** Removes the copy of the agent's jar in the target's {@code /tmp}, if there is one. */
  public void forgetJar(String jar) throws IOException {
    AgentJar.forget(jvm, jar);
  }

  private Unreachable refusal(Exception refused) {
    String message = String.valueOf(refused.getMessage());
    if (message.toLowerCase(Locale.ROOT).contains("dynamic agent loading is not enabled")) {
      return new Unreachable(
          jvm.label()
              + " does not let agents in; start it with "
              + LOADING_ALLOWED
              + ", or with -javaagent:mapscope.jar",
          refused);
    }
    return new Unreachable(
        jvm.label()
            + " could not load the agent: "
            + message
            + "; its user must be able to read the jar, and it needs the module java.instrument",
        refused);
  }

  private Properties agentProperties() throws Unreachable {
    try {
      return machine.getAgentProperties();
    } catch (IOException problem) {
      throw lost(problem);
    }
  }

  private Unreachable lost(IOException problem) {
    return new Unreachable(
        "the connection to " + jvm.label() + " was lost: " + problem.getMessage(), problem);
  }

  @Override
  public void close() {
    try {
      machine.detach();
    } catch (IOException gone) {
      return; // the process has ended, and the connection with it
    }
  }
}
