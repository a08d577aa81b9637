package io.mapscope.runtime.management;

import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;
import org.jspecify.annotations.Nullable;

/**
 * Puts the bean into the platform's MBean server once there is one.
 *
 * <p>It is looked for, never asked for: to ask is to make it, and with it java.util.logging's
 * LogManager, of which application servers install their own before (JBoss, WebLogic). Whoever
 * wants to see the bean makes the server: the application itself, {@code jconsole}, a scrape.
 */
public final class Registration {
  /** The name of the bean. */
  public static final String NAME = "io.mapscope:type=Mapscope";

  /** What of all MBean servers only the platform's has. */
  private static final String OF_PLATFORM = "java.lang:type=Runtime";

  private final MBeanServer server;
  private final ObjectName name;

  private Registration(MBeanServer server, ObjectName name) {
    this.server = server;
    this.name = name;
  }

  /** Registers the bean of {@code agent}; null while there is no platform's MBean server. */
  public static @Nullable Registration of(AgentAccess agent) throws JMException {
    MBeanServer server = platformServer();
    if (server == null) {
      return null;
    }
    ObjectName name = new ObjectName(NAME);
    server.registerMBean(new MapscopeBean(agent), name);
    return new Registration(server, name);
  }

  private static @Nullable MBeanServer platformServer() throws MalformedObjectNameException {
    ObjectName runtime = null;
    for (MBeanServer server : MBeanServerFactory.findMBeanServer(null)) {
      runtime = runtime == null ? new ObjectName(OF_PLATFORM) : runtime;
      if (server.isRegistered(runtime)) {
        return server;
      }
    }
    return null;
  }

  /** Takes the bean out again. */
  public void close() throws JMException {
    try {
      server.unregisterMBean(name);
    } catch (InstanceNotFoundException already) {
      return; // somebody has cleared the server
    }
  }
}
