package java.util;

import java.lang.ref.WeakReference;

/** An instruction of the application, by names; never keeps its class from being unloaded. */
public final class MapscopePlace {
  public final String className;
  public final String methodName;
  public final String methodDescriptor;
  public final int bytecodeIndex;

  /** Negative when the class file does not tell. */
  public final int line;

  public final WeakReference<Class<?>> owner;

  private MapscopePlace(StackWalker.StackFrame frame) {
    className = frame.getClassName();
    methodName = frame.getMethodName();
    methodDescriptor = frame.getDescriptor();
    bytecodeIndex = frame.getByteCodeIndex();
    line = frame.getLineNumber();
    owner = new WeakReference<>(frame.getDeclaringClass());
  }

  /** Where the application uses {@code map} now; null when its caller is the JDK. */
  static MapscopePlace using(Object map, long id) {
    int place = MapscopeReentry.enter(id);
    if (place < 0) {
      return null;
    }
    try {
      MapscopeFrames frames = MapscopeFrames.above(map, true);
      return frames.owner == null || frames.ownerIsJdk ? null : new MapscopePlace(frames.owner);
    } finally {
      MapscopeReentry.leave(place);
    }
  }

  /** Whether both are in one method, at two instructions. */
  boolean isInMethodOf(MapscopePlace other) {
    return bytecodeIndex != other.bytecodeIndex
        && owner.get() == other.owner.get()
        && methodName.equals(other.methodName)
        && methodDescriptor.equals(other.methodDescriptor);
  }
}
