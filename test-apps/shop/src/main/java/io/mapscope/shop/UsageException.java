package io.mapscope.shop;

/** A mistake on the command line; its message is meant for the person who typed it. */
final class UsageException extends Exception {
  private static final long serialVersionUID = 1L;

  UsageException(String message) {
    super(message);
  }
}
