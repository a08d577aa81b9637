package io.mapscope.prove.workload;

/**
 * How many writes come before the next serialization, spread evenly: with a change before every
 * tenth, nine have none. Confined to one thread.
 */
final class Pace {

  private final double changedShare;
  private final double writesPerChange;
  private double changesDue;
  private double writesDue;

  /**
   * @param changedShare of the serializations, those with writes before them
   * @param writesPerChange before each of those, 1 at least
   */
  Pace(double changedShare, double writesPerChange) {
    this.changedShare = changedShare;
    this.writesPerChange = writesPerChange;
  }

  /** Writes before the next serialization. */
  int next() {
    changesDue += changedShare;
    if (changesDue < 1) {
      return 0;
    }
    changesDue--;
    writesDue += writesPerChange;
    int writes = (int) writesDue;
    writesDue -= writes;
    return writes;
  }
}
