package io.mapscope.cli;

/** What the process ends with. Status 1 is kept for findings, 3 for JVMs that cannot be reached. */
final class ExitStatus {

  /** All went well. */
  static final int FINE = 0;

  /** Bad usage or input, or an output that could not be written. */
  static final int BAD_USAGE_OR_INPUT = 2;

  /** A fault in Mapscope itself; a stack trace was printed. The number is that of sysexits.h. */
  static final int INTERNAL_ERROR = 70;

  private ExitStatus() {}
}
