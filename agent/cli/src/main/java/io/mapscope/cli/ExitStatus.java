package io.mapscope.cli;

/** What the process ends with. */
public final class ExitStatus {

  /** All went well. */
  public static final int FINE = 0;

  /** There are findings as serious as the user asked to be told of in this way. */
  public static final int FINDINGS = 1;

  /** Bad usage or input, or an output that could not be written. */
  public static final int BAD_USAGE_OR_INPUT = 2;

  /** A JVM that is not there, cannot be reached or did not do what it was asked for. */
  public static final int UNREACHABLE = 3;

  /** A fault in Mapscope itself; a stack trace was printed. The number is that of sysexits.h. */
  public static final int INTERNAL_ERROR = 70;

  private ExitStatus() {}
}
