package io.mapscope.jfr;

import io.mapscope.profile.text.Printable;
import java.io.Serial;
import java.nio.file.Path;

/**
 * A file that was to be a recording with our events and is none; the one-line message names the
 * file, what is wrong with it and, where there is one, the likely reason; what the file itself says
 * in it is made printable.
 */
public final class UnreadableRecording extends Exception {

  @Serial private static final long serialVersionUID = 1L;

  UnreadableRecording(Path file, String problem) {
    super(file + ": " + Printable.of(problem));
  }

  UnreadableRecording(Path file, String problem, Throwable cause) {
    super(file + ": " + Printable.of(problem), cause);
  }
}
