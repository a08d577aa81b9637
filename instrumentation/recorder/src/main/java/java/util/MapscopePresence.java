package java.util;

import java.util.concurrent.Callable;

/**
 * Which agent uses this recorder. The recorder stays in a JVM for ever; agents come and go, each
 * with a class loader of its own, at most one at a time.
 *
 * <p>Name and members never change, so that agents of different versions understand each other.
 */
public final class MapscopePresence {
  /** Checksum over the class files of this recorder; written by the agent that defined it. */
  public static long fingerprint;

  private static Callable<List<String>> leave;

  private MapscopePresence() {}

  /**
   * The agent that will use the recorder, unless there is one.
   *
   * @param ending ends the agent and tells, in lines for people, what it has left behind
   */
  public static synchronized boolean claim(Callable<List<String>> ending) {
    if (leave != null) {
      return false;
    }
    leave = ending;
    return true;
  }

  /** What ends the agent that uses the recorder now, or null. */
  public static synchronized Callable<List<String>> ending() {
    return leave;
  }

  /** The agent is gone; the next may come. */
  public static synchronized void release() {
    leave = null;
  }
}
