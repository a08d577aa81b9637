package io.mapscope.report;

import java.io.Serial;
import java.nio.file.Path;

/**
 * A report file that cannot be written, or read, as asked; the one-line message names the file,
 * what is wrong and what would be right.
 */
public final class ReportRefused extends Exception {

  @Serial private static final long serialVersionUID = 1L;

  ReportRefused(Path file, String problem) {
    super(file + ": " + problem);
  }

  ReportRefused(Path file, String problem, Throwable cause) {
    super(file + ": " + problem, cause);
  }
}
