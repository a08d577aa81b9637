package io.mapscope.weaver;

/** A class does not look as its plan expects; it stays as it is, with this reason. */
final class UnknownShape extends Exception {
  private static final long serialVersionUID = 1L;

  UnknownShape(String message) {
    super(message);
  }
}
