package io.mapscope.runtime.advice;

import io.mapscope.profile.Finding;
import io.mapscope.profile.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which findings stand, and what has changed since the interval before.
 *
 * <p>A finding is news when its id was not there at the interval before, and once more when it has
 * become more serious than it was ever told; one that stays is none. One that is no longer found is
 * withdrawn, and is news again should it come back. There are no more than the advisor's rules find
 * at the sites tracked.
 */
final class OpenFindings {

  /**
   * What an interval brought.
   *
   * @param appeared not there before
   * @param worsened there before, and less serious
   * @param withdrawn there before, and no longer, as last told
   */
  record Change(List<Finding> appeared, List<Finding> worsened, List<Finding> withdrawn) {}

  /** A finding that stands, and the gravest severity it was told with. */
  private record Told(Finding finding, Severity gravest) {}

  private Map<String, Told> toldById = new LinkedHashMap<>();

  /** Takes over what the advisor found at this interval, the most important first. */
  Change update(List<Finding> found) {
    Map<String, Told> before = toldById;
    Map<String, Told> now = new LinkedHashMap<>();
    Change change = new Change(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (Finding finding : found) {
      now.put(finding.id(), told(finding, before, change));
    }
    for (Map.Entry<String, Told> old : before.entrySet()) {
      if (!now.containsKey(old.getKey())) {
        change.withdrawn().add(old.getValue().finding());
      }
    }
    toldById = now;
    return change;
  }

  private static Told told(Finding finding, Map<String, Told> before, Change change) {
    Told old = before.get(finding.id());
    if (old == null) {
      change.appeared().add(finding);
      return new Told(finding, finding.severity());
    }
    if (finding.severity().compareTo(old.gravest()) > 0) {
      change.worsened().add(finding);
      return new Told(finding, finding.severity());
    }
    return new Told(finding, old.gravest());
  }
}
