package io.mapscope.benchmarks;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.PlatformManagedObject;
import java.util.concurrent.locks.LockSupport;
import javax.management.Attribute;
import javax.management.JMException;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** The management beans of a JVM on this machine, while the connection to it is open. */
record ManagementBeans(JMXConnector connector) implements AutoCloseable {
  private static final long PATIENCE_NANOS = 30_000_000_000L;
  private static final long LOOK_NANOS = 50_000_000L;

  /** Those of the JVM with that pid. */
  @SuppressWarnings("BanJNDI") // of a local JVM that we have started, by the address it gave
  static ManagementBeans of(long pid) throws IOException {
    return new ManagementBeans(JMXConnectorFactory.connect(new JMXServiceURL(address(pid))));
  }

  private static String address(long pid) throws IOException {
    try {
      final VirtualMachine machine = VirtualMachine.attach(Long.toString(pid));
      try {
        return machine.startLocalManagementAgent();
      } finally {
        machine.detach();
      }
    } catch (AttachNotSupportedException refused) {
      throw new IOException("the JVM " + pid + " cannot be looked at", refused);
    }
  }

  /** A bean of the JDK's own. */
  <T extends PlatformManagedObject> T bean(String name, Class<T> type) throws IOException {
    return ManagementFactory.newPlatformMXBeanProxy(
        connector.getMBeanServerConnection(), name, type);
  }

  /** A number that some bean shows. */
  double number(String name, String attribute) throws IOException {
    try {
      final Object value =
          connector.getMBeanServerConnection().getAttribute(new ObjectName(name), attribute);
      return ((Number) value).doubleValue();
    } catch (JMException missing) {
      throw new IOException("the JVM does not tell " + attribute + " of " + name, missing);
    }
  }

  /** Waits until there is such a bean: the agent's is registered some time after the start. */
  void await(String name) throws IOException {
    final long start = System.nanoTime();
    while (!isRegistered(name)) {
      if (System.nanoTime() - start > PATIENCE_NANOS) {
        throw new IOException("the JVM has registered no " + name);
      }
      LockSupport.parkNanos(LOOK_NANOS);
    }
  }

  private boolean isRegistered(String name) throws IOException {
    try {
      return connector.getMBeanServerConnection().isRegistered(new ObjectName(name));
    } catch (JMException malformed) {
      throw new IOException(name + " is no name of a bean", malformed);
    }
  }

  /** Sets an attribute of some bean. */
  void set(String name, String attribute, Object value) throws IOException {
    try {
      connector
          .getMBeanServerConnection()
          .setAttribute(new ObjectName(name), new Attribute(attribute, value));
    } catch (JMException refused) {
      throw new IOException(
          "the JVM does not set " + attribute + " of " + name + " to " + value, refused);
    }
  }

  /** Closes the connection to a JVM that ends anyway. */
  void closeQuietly() {
    try {
      connector.close();
    } catch (IOException ended) {
      // There is nobody at the other end any more.
    }
  }

  @Override
  public void close() throws IOException {
    connector.close();
  }
}
