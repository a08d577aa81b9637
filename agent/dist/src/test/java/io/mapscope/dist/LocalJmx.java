package io.mapscope.dist;

import com.sun.tools.attach.VirtualMachine;
import io.mapscope.harness.ChildJvm;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.management.Attribute;
import javax.management.MBeanServerConnection;
import javax.management.MBeanServerNotification;
import javax.management.NotificationListener;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** A child's management beans, reached as JConsole reaches them: attach, then local connector. */
final class LocalJmx implements AutoCloseable {
  private static final String DELEGATE = "JMImplementation:type=MBeanServerDelegate";

  private final JMXConnector connector;
  private final MBeanServerConnection server;
  private final ObjectName name;

  private LocalJmx(JMXConnector connector, ObjectName name) throws Exception {
    this.connector = connector;
    this.server = connector.getMBeanServerConnection();
    this.name = name;
  }

  /** The bean {@code name} of {@code child}, as soon as it is there. */
  @SuppressWarnings("BanJNDI") // the address is one that a child of ours has given
  static LocalJmx of(ChildJvm child, String name) throws Exception {
    VirtualMachine machine = VirtualMachine.attach(Long.toString(child.pid()));
    String address;
    try {
      address = machine.startLocalManagementAgent();
    } finally {
      machine.detach();
    }
    LocalJmx jmx =
        new LocalJmx(JMXConnectorFactory.connect(new JMXServiceURL(address)), new ObjectName(name));
    jmx.awaitRegistration();
    return jmx;
  }

  private void awaitRegistration() throws Exception {
    CountDownLatch registered = new CountDownLatch(1);
    NotificationListener listener =
        (news, handback) -> {
          if (news instanceof MBeanServerNotification about
              && about.getMBeanName().equals(name)
              && about.getType().equals(MBeanServerNotification.REGISTRATION_NOTIFICATION)) {
            registered.countDown();
          }
        };
    server.addNotificationListener(new ObjectName(DELEGATE), listener, null, null);
    if (!server.isRegistered(name) && !registered.await(30, TimeUnit.SECONDS)) {
      throw new AssertionError(name + " is not registered: " + beans());
    }
  }

  MBeanServerConnection server() {
    return server;
  }

  ObjectName name() {
    return name;
  }

  Object get(String attribute) throws Exception {
    return server.getAttribute(name, attribute);
  }

  void set(String attribute, Object value) throws Exception {
    server.setAttribute(name, new Attribute(attribute, value));
  }

  Object call(String operation) throws Exception {
    return server.invoke(name, operation, new Object[0], new String[0]);
  }

  Object call(String operation, Object argument, String type) throws Exception {
    return server.invoke(name, operation, new Object[] {argument}, new String[] {type});
  }

  /** Another bean of the same JVM, called the same way. */
  Object callOther(String other, String operation, int argument) throws Exception {
    return server.invoke(
        new ObjectName(other), operation, new Object[] {argument}, new String[] {"int"});
  }

  private Set<ObjectName> beans() throws Exception {
    return server.queryNames(new ObjectName("*:*"), null);
  }

  @Override
  public void close() throws Exception {
    connector.close();
  }
}
