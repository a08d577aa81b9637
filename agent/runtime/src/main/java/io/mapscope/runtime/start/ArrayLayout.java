package io.mapscope.runtime.start;

import java.lang.instrument.Instrumentation;
import java.util.MapscopeLayout;

/**
 * Finds out how this JVM lays out arrays, from the sizes it gives for a few short ones: a dozen
 * questions, cheap enough for the start, and needed there because tables are counted in bytes.
 */
final class ArrayLayout {
  private static final int LONGEST_TRIED = 256;

  private ArrayLayout() {}

  /**
   * Tells the recorder. The size of {@code new Object[n]} stays the same until the padding is used
   * up: that length tells where the elements begin, the step to the next size is the alignment.
   */
  static void tellRecorder(Instrumentation instrumentation) {
    long empty = instrumentation.getObjectSize(new Object[0]);
    for (int length = 1; length < LONGEST_TRIED; length++) {
      long size = instrumentation.getObjectSize(new Object[length]);
      if (size > empty) {
        MapscopeLayout.alignmentBytes = (int) (size - empty);
        MapscopeLayout.arrayBaseBytes =
            (int) (empty - (long) MapscopeLayout.REFERENCE_BYTES * (length - 1));
        return;
      }
    }
  }
}
