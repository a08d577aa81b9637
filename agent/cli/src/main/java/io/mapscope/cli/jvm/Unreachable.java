package io.mapscope.cli.jvm;

/** A JVM cannot be reached, or is not to be found; the message says what to do. */
public final class Unreachable extends Exception {
  private static final long serialVersionUID = 1L;

  Unreachable(String message) {
    super(message);
  }

  Unreachable(String message, Throwable cause) {
    super(message, cause);
  }

  /** This command itself lacks what it needs. */
  public static Unreachable withoutModule(String module) {
    return new Unreachable(
        "this Java ("
            + System.getProperty("java.home")
            + ") has no module "
            + module
            + "; run the command with the java of a JDK");
  }
}
