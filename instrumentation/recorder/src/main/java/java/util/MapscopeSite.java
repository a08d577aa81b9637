package java.util;

import java.lang.ref.WeakReference;

/**
 * A place in the application's code where maps of one class come into being, or, for maps older
 * than their tracking, where one was first seen used.
 *
 * <p>Holds names, never classes, so that no class loader is kept; the weak reference serves the
 * collector's look at the byte code behind the allocation and may be cleared any time.
 */
public final class MapscopeSite {
  public static final int ALLOCATION = 0;
  public static final int FIRST_USE = 1;
  public static final int OVERFLOW = 2;

  public final int kind;
  public final String mapClass;
  public final String className;
  public final String methodName;
  public final String methodDescriptor;
  public final int bytecodeIndex;
  public final int line;
  public final WeakReference<Class<?>> owner;

  /** False when include and exclude leave this place out. */
  public final boolean tracked;

  /**
   * The account of threads that get none on a map of their own, because accounts take as much heap
   * as they may; null until the first.
   */
  private volatile MapscopeProbe crowd;

  /** The collector's own notes on this site. */
  public volatile Object notes;

  MapscopeSite(
      int kind,
      String mapClass,
      String className,
      String methodName,
      String methodDescriptor,
      int bytecodeIndex,
      int line,
      Class<?> owner,
      boolean tracked) {
    this.kind = kind;
    this.mapClass = mapClass;
    this.className = className;
    this.methodName = methodName;
    this.methodDescriptor = methodDescriptor;
    this.bytecodeIndex = bytecodeIndex;
    this.line = line;
    this.owner = new WeakReference<>(owner);
    this.tracked = tracked;
  }

  /** The account of threads without one on their map, or null. */
  public MapscopeTally crowd() {
    MapscopeProbe probe = crowd;
    return probe == null ? null : probe.tally;
  }

  synchronized MapscopeProbe makeCrowd() {
    MapscopeProbe probe = crowd;
    if (probe == null) {
      crowd = probe = new MapscopeProbe(new MapscopeTally(this), null);
    }
    return probe;
  }

  MapscopeProbe crowdProbe() {
    return crowd;
  }

  boolean is(int kind, String mapClass, String className, String methodName, int bytecodeIndex) {
    return this.bytecodeIndex == bytecodeIndex
        && this.kind == kind
        && this.mapClass.equals(mapClass)
        && this.methodName.equals(methodName)
        && this.className.equals(className);
  }
}
