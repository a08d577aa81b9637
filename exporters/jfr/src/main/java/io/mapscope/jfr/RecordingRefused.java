package io.mapscope.jfr;

import java.io.Serial;

/** A recording that could not be started; the one-line message says why. */
public final class RecordingRefused extends Exception {

  @Serial private static final long serialVersionUID = 1L;

  RecordingRefused(String message) {
    super(message);
  }

  RecordingRefused(String message, Throwable cause) {
    super(message, cause);
  }
}
