package io.mapscope.report.comparison;

/**
 * How one figure of a map changed.
 *
 * @param measure which figure
 * @param before its value in the baseline
 * @param after its value now
 * @param noiseRatio the relative change up to which chance could be the cause
 */
record Change(Measure measure, double before, double after, double noiseRatio) {

  /**
   * Two runs on one machine without any change of the program differ by as much; it is a judgement,
   * and the least that is ever told.
   */
  static final double LEAST_RATIO = 0.2;

  /** What is to be made of it. */
  enum Verdict {
    BETTER,
    WORSE,
    WITHIN_NOISE
  }

  static Change of(Measure measure, Reading before, Reading after) {
    double noise = Math.max(LEAST_RATIO, Reading.noise(before, after));
    return new Change(measure, before.value(), after.value(), noise);
  }

  /** The change in parts of the larger of both, from -1 (all gone) to 1 (new). */
  double ratio() {
    double larger = Math.max(before, after);
    return larger == 0 ? 0 : (after - before) / larger;
  }

  Verdict verdict() {
    if (Math.abs(ratio()) <= noiseRatio) {
      return Verdict.WITHIN_NOISE;
    }
    return ratio() < 0 ? Verdict.BETTER : Verdict.WORSE;
  }
}
