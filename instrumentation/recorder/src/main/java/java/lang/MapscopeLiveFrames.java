package java.lang;

import java.util.Iterator;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.BaseStream;
import java.util.stream.Stream;

/**
 * The application's frames on the current thread's stack with the monitors they hold and their
 * local variables: the JDK's own stack walker for debugging, reached from inside its package.
 *
 * <p>Used by one thread, once. In compiled code a variable that is not needed any more is missing;
 * what a {@code finally} will unlock is still needed.
 */
public final class MapscopeLiveFrames implements Function<Stream<StackWalker.StackFrame>, Void> {
  private static final int MOST_FRAMES = 48;
  private static final StackWalker WALKER =
      LiveStackFrame.getStackWalker(Set.of(StackWalker.Option.RETAIN_CLASS_REFERENCE));

  /** What is told of each frame, innermost first. */
  public abstract static class Visitor {
    /** Only the recorder makes one. */
    protected Visitor() {}

    /** Whether the frame is worth the making of its monitors and variables. */
    public abstract boolean wants(Class<?> declaring);

    /** {@code locals[0]} is {@code this} in an instance method; null where not known. */
    public abstract void frame(Class<?> declaring, Object[] monitors, Object[] locals);
  }

  private final Visitor visitor;

  private MapscopeLiveFrames(Visitor visitor) {
    this.visitor = visitor;
  }

  /** Shows the current thread's frames to {@code visitor}. */
  public static void visit(Visitor visitor) {
    WALKER.walk(new MapscopeLiveFrames(visitor));
  }

  @Override
  public Void apply(Stream<StackWalker.StackFrame> frames) {
    Iterator<StackWalker.StackFrame> it =
        ((BaseStream<StackWalker.StackFrame, ?>) frames).iterator();
    for (int n = 0; n < MOST_FRAMES && it.hasNext(); n++) {
      LiveStackFrame frame = (LiveStackFrame) it.next();
      if (visitor.wants(frame.getDeclaringClass())) {
        visitor.frame(frame.getDeclaringClass(), frame.getMonitors(), frame.getLocals());
      }
    }
    return null;
  }

  /** The value of a local variable that is a long, or 0. */
  public static long longOf(Object local) {
    return local instanceof LiveStackFrame.PrimitiveSlot
            && ((LiveStackFrame.PrimitiveSlot) local).size() == Long.BYTES
        ? ((LiveStackFrame.PrimitiveSlot) local).longValue()
        : 0;
  }
}
