package io.mapscope.prove.measure;

import io.mapscope.profile.Activity;
import io.mapscope.profile.MapProfile;
import io.mapscope.profile.Report;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How many operations in a second a map had while it was used, as a recording tells it: the start
 * of a JVM, and times in which the program did something else, are no part of it.
 */
final class SteadyRate {

  private SteadyRate() {}

  /** Operations, and the time in which they were done. */
  private record Stretch(double operations, double seconds) {
    double perSecond() {
      return operations / seconds;
    }
  }

  /**
   * Operations of all threads in a second: the rate at which the median operation was done, of the
   * stretches into which {@code activity} divides the life of the map's site; the mean over the
   * whole recording where there are none.
   */
  static double perSecond(Report report, MapProfile map) {
    List<Stretch> stretches = stretches(map.facts().activity());
    stretches.sort(Comparator.comparingDouble(Stretch::perSecond));
    double half = stretches.stream().mapToDouble(Stretch::operations).sum() / 2;
    double sum = 0;
    for (Stretch stretch : stretches) {
      sum += stretch.operations();
      if (sum >= half) {
        return stretch.perSecond();
      }
    }
    return map.operations().total() / report.durationSeconds();
  }

  private static List<Stretch> stretches(@Nullable Activity activity) {
    List<Stretch> stretches = new ArrayList<>();
    if (activity == null) {
      return stretches;
    }
    for (int i = 1; i < activity.seconds().size(); i++) {
      double seconds = activity.seconds().get(i) - activity.seconds().get(i - 1);
      double operations = activity.operations().get(i) - activity.operations().get(i - 1);
      if (operations > 0 && seconds > 0) {
        stretches.add(new Stretch(operations, seconds));
      }
    }
    return stretches;
  }
}
