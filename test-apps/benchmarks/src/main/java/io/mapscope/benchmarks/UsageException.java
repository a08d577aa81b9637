package io.mapscope.benchmarks;

/** A user's mistake; its message says what was given and what was expected. */
final class UsageException extends Exception {
  private static final long serialVersionUID = 1L;

  UsageException(String message) {
    super(message);
  }
}
