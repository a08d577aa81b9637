package io.mapscope.dist.programs;

import java.lang.management.ManagementFactory;
import java.net.URL;
import java.net.URLStreamHandler;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.LogManager;
import javax.management.MBeanServer;
import javax.management.MBeanServerBuilder;
import javax.management.MBeanServerDelegate;

/**
 * An application that brings parts of the JDK's of its own, each of which may be set but once or by
 * the first who asks: it fails if somebody was there before it.
 */
public final class Peculiar {
  static final Map<String, String> SEEN = new ConcurrentHashMap<>();

  /** Time for the agent to touch what is not its own. */
  private static final long SECOND_THOUGHTS_MILLIS = 1_500;

  private Peculiar() {}

  /** Named by {@code javax.management.builder.initial}; tells that it was asked. */
  public static final class Builder extends MBeanServerBuilder {
    @Override
    public MBeanServer newMBeanServer(
        String domain, MBeanServer outer, MBeanServerDelegate delegate) {
      SEEN.put("builder", Thread.currentThread().getName());
      return super.newMBeanServer(domain, outer, delegate);
    }
  }

  /** Named by {@code java.util.logging.manager}; the same. */
  public static final class Logging extends LogManager {
    public Logging() {
      SEEN.put("logging", Thread.currentThread().getName());
    }
  }

  public static void main(String[] args) throws Exception {
    URL.setURLStreamHandlerFactory(
        protocol -> {
          SEEN.put("protocol " + protocol, Thread.currentThread().getName());
          return protocol.equals("mine") ? new Handler() : null;
        });
    System.out.println("mine " + new URL("mine:here").getProtocol());
    Thread.sleep(SECOND_THOUGHTS_MILLIS);
    System.out.println("logging " + SEEN.get("logging"));
    System.out.println("its own " + (LogManager.getLogManager() instanceof Logging));
    System.out.println("logging " + SEEN.get("logging"));
    ManagementFactory.getPlatformMBeanServer();
    System.out.println("builder " + SEEN.get("builder"));
  }

  private static final class Handler extends URLStreamHandler {
    @Override
    protected java.net.URLConnection openConnection(URL url) {
      throw new IllegalStateException("nobody connects");
    }
  }
}
