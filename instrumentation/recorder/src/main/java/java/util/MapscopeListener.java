package java.util;

/**
 * Hears of rare facts on the very thread that met them, so that what it writes carries that
 * thread's own stack. Implemented by the agent.
 *
 * <p>Called inside the application's operations: must return within microseconds, take no lock that
 * may be held for longer, and may use maps only because the caller guards against re-entry.
 * Whatever it throws is suppressed and counted.
 */
public abstract class MapscopeListener {
  /** Only the agent makes one. */
  protected MapscopeListener() {}

  /** {@code fact} has been accepted by the channel. */
  public abstract void happened(MapscopeFact fact);

  /**
   * An operation is under way for which its thread may have waited: it holds the monitor that has
   * this {@code address}, and so may delay others. For {@code idleNanos} the thread has used none
   * of the maps of that monitor, 0 when that is not known.
   */
  public abstract void looked(long address, long idleNanos);

  /**
   * The thread has waited so long for a lock that guards maps, and may hold it now, and so delay
   * others.
   */
  public abstract void waited(MapscopeLockAccount lock, long nanos);
}
