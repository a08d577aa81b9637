package io.mapscope.profile.json;

import java.io.Serial;

/**
 * A text that was to be a report in JSON and is none; the one-line message says what was expected,
 * what was found and where.
 */
public final class MalformedReport extends Exception {

  @Serial private static final long serialVersionUID = 1L;

  /** A fault described by {@code message}, one line without a full stop. */
  public MalformedReport(String message) {
    super(message);
  }
}
