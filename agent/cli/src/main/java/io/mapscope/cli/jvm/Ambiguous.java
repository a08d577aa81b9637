package io.mapscope.cli.jvm;

/** Several JVMs are meant by what was given; the message lists them. */
public final class Ambiguous extends Exception {
  private static final long serialVersionUID = 1L;

  Ambiguous(String message) {
    super(message);
  }
}
