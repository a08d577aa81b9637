package io.mapscope.dist.programs;

import java.lang.management.ManagementFactory;
import java.net.URL;
import java.net.URLStreamHandler;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.management.MBeanServer;
import javax.management.MBeanServerBuilder;
import javax.management.MBeanServerDelegate;

/**
 * An application that brings parts of the JDK's of its own, each of which may be set but once or by
 * the first who asks: it fails if somebody was there before it.
 */
public final class Peculiar {
  static final Map<String, String> SEEN = new ConcurrentHashMap<>();

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

  public static void main(String[] args) throws Exception {
    URL.setURLStreamHandlerFactory(
        protocol -> {
          SEEN.put("protocol " + protocol, Thread.currentThread().getName());
          return protocol.equals("mine") ? new Handler() : null;
        });
    System.out.println("mine " + new URL("mine:here").getProtocol());
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
