package io.mapscope.runtime.contention;

/** The application's frame below the map's own: where the contended operation was called. */
public record CallFrame(String className, String methodName, int line) {
  /** As samples of operations show it. */
  public String text() {
    return className + "." + methodName + ":" + line;
  }
}
