package io.mapscope.runtime.options;

import org.jspecify.annotations.Nullable;

/**
 * Where to listen for connections.
 *
 * @param host name or address; the loopback's unless the user gave another
 * @param port from 1 to 65535, or 0 for any that is free
 */
public record ListenAddress(String host, int port) {
  /** Nobody else reaches it: what may be reached from outside is for the user to say. */
  static final String LOOPBACK = "127.0.0.1";

  private static final int LARGEST_PORT = 65_535;
  private static final int MOST_DIGITS = 5;

  /** The address that {@code text} means, {@code [host:]port}; null when it means none. */
  static @Nullable ListenAddress of(String text) {
    int colon = text.lastIndexOf(':');
    int port = port(text.substring(colon + 1));
    String host = colon < 0 ? LOOPBACK : host(text.substring(0, colon));
    return port < 0 || host.isEmpty() ? null : new ListenAddress(host, port);
  }

  /** Without the brackets that an IPv6 address must have; empty when they do not match. */
  private static String host(String text) {
    boolean bracketed = text.startsWith("[") && text.endsWith("]");
    String host = bracketed ? text.substring(1, text.length() - 1) : text;
    boolean wrong = host.indexOf('[') >= 0 || host.indexOf(']') >= 0 || host.indexOf('/') >= 0;
    return wrong || (host.indexOf(':') >= 0) != bracketed ? "" : host.trim();
  }

  private static int port(String text) {
    if (text.isEmpty() || text.length() > MOST_DIGITS) {
      return -1;
    }
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return -1;
      }
    }
    int port = Integer.parseInt(text);
    return port <= LARGEST_PORT ? port : -1;
  }
}
