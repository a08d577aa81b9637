package io.mapscope.advisor;

import io.mapscope.profile.Finding;

/** What a rule makes of a map. */
public sealed interface Verdict {

  /** There is nothing to say: what was measured lies on the healthy side of every threshold. */
  record Silent() implements Verdict {
    static final Silent INSTANCE = new Silent();
  }

  /**
   * The figures suffice neither to accuse nor to acquit.
   *
   * @param reason what is missing, a phrase: {@code 12 of 30 waits}
   */
  record NotEnoughData(String reason) implements Verdict {}

  /**
   * Something is wrong.
   *
   * @param finding what is shown
   * @param threadsLost how many threads' time it costs on average, 1 when a thread's whole time is
   *     lost; 0 when the damage is not one of time. Orders findings of one severity
   */
  record Found(Finding finding, double threadsLost) implements Verdict {}

  /** The verdict without anything to say. */
  static Verdict silent() {
    return Silent.INSTANCE;
  }

  /** The verdict that waits for more figures. */
  static Verdict notEnough(String reason) {
    return new NotEnoughData(reason);
  }
}
