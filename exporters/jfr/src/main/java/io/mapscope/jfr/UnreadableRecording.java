package io.mapscope.jfr;

import java.io.Serial;
import java.nio.file.Path;

/**
 * A file that was to be a recording with our events and is none; the one-line message names the
 * file, what is wrong with it and, where there is one, the likely reason.
 */
public final class UnreadableRecording extends Exception {

  @Serial private static final long serialVersionUID = 1L;

  UnreadableRecording(Path file, String problem) {
    super(file + ": " + problem);
  }

  UnreadableRecording(Path file, String problem, Throwable cause) {
    super(file + ": " + problem, cause);
  }
}
