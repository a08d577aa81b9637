package java.util;

/**
 * What the current thread has allocated so far, in bytes: asked of the JVM by way of the agent,
 * because java.base itself has no access to that counter.
 */
public abstract class MapscopeThreadAllocation {
  /** Set by the agent when management is up, some 100 ms after the start; null before. */
  public static volatile MapscopeThreadAllocation meter;

  /** Only the agent makes one. */
  protected MapscopeThreadAllocation() {}

  /** Bytes allocated by the current thread; negative when unknown, as for a virtual thread. */
  public abstract long currentThreadBytes();

  static long now() {
    MapscopeThreadAllocation present = meter;
    return present == null ? -1 : present.currentThreadBytes();
  }
}
