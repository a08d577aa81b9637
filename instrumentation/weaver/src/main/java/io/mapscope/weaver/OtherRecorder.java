package io.mapscope.weaver;

/**
 * The recorder in this JVM is that of another version, and differs in more than method bodies: it
 * can be neither used nor replaced while the JVM runs.
 */
public final class OtherRecorder extends Exception {
  private static final long serialVersionUID = 1L;

  OtherRecorder(Throwable cause) {
    super(
        "a Mapscope of another version was in this JVM before, and its recorder, which a JVM keeps,"
            + " does not fit this one; attach that version again, or restart the JVM",
        cause);
  }
}
