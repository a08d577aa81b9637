package java.util;

/** The stack of the thread that made it, taken as the JVM takes those of exceptions. */
public final class MapscopeStack extends Throwable {
  private static final long serialVersionUID = 1L;

  public final String threadName;

  MapscopeStack() {
    super(null, null, false, true);
    this.threadName = Thread.currentThread().getName();
  }
}
