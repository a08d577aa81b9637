package io.mapscope.advisor.rules;

import io.mapscope.profile.History;
import io.mapscope.profile.text.Figures;
import java.util.List;

/** The course of a map's size: whether it grows to the end, and at which pace lately. */
final class Growth {

  /** Periods at the beginning in which a map may do as it likes, one in so many. */
  private static final int WARM_UP_PART = 4;

  /**
   * Periods in which nothing needs to come, one in so many: the program may pause, and so may we.
   */
  private static final int PAUSE_PART = 4;

  private final List<Long> sizes;
  private final double periodSeconds;
  private final int end;
  private final int third;

  Growth(History history) {
    sizes = history.largestEntries();
    periodSeconds = history.periodSeconds();
    end = sizes.size() - 1;
    third = end / 3;
  }

  int periods() {
    return sizes.size();
  }

  /** Entries at the end; 0 before the first period has ended. */
  long last() {
    return end < 0 ? 0 : sizes.get(end);
  }

  /**
   * Whether the map never shrank, the first periods excepted, was larger after all but a few of
   * them than before, and after the last two as well.
   */
  boolean goesOnToTheEnd() {
    int pauses = 0;
    for (int i = Math.max(1, sizes.size() / WARM_UP_PART); i <= end; i++) {
      long gained = sizes.get(i) - sizes.get(i - 1);
      if (gained < 0) {
        return false;
      }
      pauses += gained == 0 ? 1 : 0;
    }
    return pauses <= sizes.size() / PAUSE_PART
        && end > 0
        && sizes.get(end) > sizes.get(Math.max(0, end - 2));
  }

  /** Growth in the last third of the periods for one in the third before; 0 if there was none. */
  double latePace() {
    double late = sizes.get(end) - sizes.get(end - third);
    double before = sizes.get(end - third) - sizes.get(end - 2 * third);
    return before <= 0 ? 0 : late / before;
  }

  /** Entries gained in a second of the last third of the periods. */
  double latePerSecond() {
    return third == 0 || periodSeconds == 0
        ? 0
        : (sizes.get(end) - sizes.get(end - third)) / (third * periodSeconds);
  }

  /**
   * {@code from 500 entries to 5000, never shrinking in the last 8 periods of 1.0 s, lately by 500
   * a second}.
   */
  String words() {
    int warm = sizes.size() / WARM_UP_PART;
    return "from "
        + Figures.entries(sizes.get(warm))
        + " to "
        + Figures.count(last())
        + ", never shrinking in the last "
        + (sizes.size() - warm)
        + " periods of "
        + Figures.duration(periodSeconds)
        + ", lately by "
        + Figures.rate(latePerSecond())
        + " a second";
  }
}
