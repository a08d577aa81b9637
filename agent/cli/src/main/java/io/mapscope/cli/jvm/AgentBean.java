package io.mapscope.cli.jvm;

import io.mapscope.profile.Report;
import io.mapscope.profile.json.MalformedReport;
import io.mapscope.profile.json.ReportJson;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/**
 * The management bean of the agent in another JVM of this machine, by that JVM's own local
 * connector: it listens for this user alone.
 *
 * <p>The first connection makes the JVM start its management agent, which stays, as it does for
 * {@code jconsole}.
 */
public final class AgentBean implements AutoCloseable {
  private static final String NAME = "io.mapscope:type=Mapscope";
  private static final String REPORT = "reportJson";

  /** The agent looks for a management server every second. */
  private static final long REGISTRATION_NANOS = TimeUnit.SECONDS.toNanos(10);

  private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  private final JvmProcess jvm;
  private final JMXConnector connector;
  private final MBeanServerConnection server;
  private final ObjectName name;

  private AgentBean(JvmProcess jvm, JMXConnector connector, ObjectName name) throws IOException {
    this.jvm = jvm;
    this.connector = connector;
    this.server = connector.getMBeanServerConnection();
    this.name = name;
  }

  /** Connects and waits until the agent has registered its bean. */
  @SuppressWarnings("BanJNDI") // the address is the JVM's own, of its stub, and names no directory
  static AgentBean connect(JvmProcess jvm, String address) throws Unreachable {
    try {
      JMXConnector connector = JMXConnectorFactory.connect(new JMXServiceURL(address));
      AgentBean bean = new AgentBean(jvm, connector, new ObjectName(NAME));
      bean.awaitRegistration();
      return bean;
    } catch (IOException | JMException problem) {
      throw new Unreachable(
          "cannot reach the management bean in " + jvm.label() + ": " + problem.getMessage(),
          problem);
    }
  }

  private void awaitRegistration() throws IOException, JMException {
    long deadline = System.nanoTime() + REGISTRATION_NANOS;
    while (!server.isRegistered(name)) {
      if (System.nanoTime() > deadline) {
        throw new InstanceNotFoundException(NAME + " is not there");
      }
      LockSupport.parkNanos(LOOK_NANOS);
    }
  }

  /** The figures of now. */
  public Report report() throws Unreachable {
    try {
      Object json = server.invoke(name, REPORT, new Object[0], new String[0]);
      return ReportJson.read((String) json);
    } catch (InstanceNotFoundException left) {
      throw new Unreachable("the agent has left " + jvm.label(), left);
    } catch (IOException | JMException problem) {
      throw new Unreachable(jvm.label() + " answers no more: " + problem.getMessage(), problem);
    } catch (MalformedReport other) {
      throw new Unreachable(
          "the agent in "
              + jvm.label()
              + " is of another version than this command: "
              + other.getMessage(),
          other);
    }
  }

  @Override
  public void close() {
    try {
      connector.close();
    } catch (IOException gone) {
      return; // the process has ended, and the connection with it
    }
  }
}
