package io.mapscope.report.comparison;

import io.mapscope.profile.MapProfile;
import io.mapscope.profile.Report;
import io.mapscope.profile.Site;
import io.mapscope.profile.text.Names;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The maps of one place in both reports, either of which may have none. Places are the same when
 * field, class and method are, wherever the line has moved and whatever class the map is of now;
 * several maps of one method without fields are told apart by their order.
 *
 * @param before the map in the baseline
 * @param after the map now
 */
record MapPair(@Nullable MapProfile before, @Nullable MapProfile after) {

  /** Less traffic than this part of the baseline's does not show that something has gone. */
  private static final double LEAST_TRAFFIC_RATIO = 0.1;

  /** The pairs of both reports by the ids of their maps. */
  record Index(List<MapPair> pairs, Map<String, MapPair> byId) {}

  static Index of(Report before, Report after) {
    Map<String, MapProfile> old = byPlace(before);
    Map<String, MapProfile> now = byPlace(after);
    List<MapPair> pairs = new ArrayList<>();
    Map<String, MapPair> byId = new HashMap<>();
    old.forEach((place, map) -> pairs.add(new MapPair(map, now.get(place))));
    now.forEach(
        (place, map) -> {
          if (!old.containsKey(place)) {
            pairs.add(new MapPair(null, map));
          }
        });
    for (MapPair pair : pairs) {
      pair.maps().forEach(map -> byId.put(map.id(), pair));
    }
    return new Index(pairs, byId);
  }

  private static Map<String, MapProfile> byPlace(Report report) {
    Map<String, MapProfile> maps = new LinkedHashMap<>();
    Map<String, Integer> seen = new HashMap<>();
    for (MapProfile map : report.maps()) {
      Site site = map.site();
      String place =
          site.field() == null
              ? site.className() + '\0' + site.method()
              : String.valueOf(site.field());
      maps.put(place + '\0' + seen.merge(place, 1, Integer::sum), map);
    }
    return maps;
  }

  private List<MapProfile> maps() {
    List<MapProfile> maps = new ArrayList<>();
    if (before != null) {
      maps.add(before);
    }
    if (after != null) {
      maps.add(after);
    }
    return maps;
  }

  String name() {
    MapProfile one = after == null ? Objects.requireNonNull(before) : after;
    return Names.map(one);
  }

  /** {@code HashMap}, or {@code HashMap, now ConcurrentHashMap}. */
  String mapClass() {
    String old = before == null ? "" : Names.mapClass(before);
    String now = after == null ? "" : Names.mapClass(after);
    if (old.isEmpty() || now.isEmpty() || old.equals(now)) {
      return old.isEmpty() ? now : old;
    }
    return old + ", now " + now;
  }

  /** Whether the map was used enough now to say that something no longer happens. */
  boolean isExercised(double secondsBefore, double secondsAfter) {
    double old = rate(before, secondsBefore);
    return rate(after, secondsAfter) >= old * LEAST_TRAFFIC_RATIO && after != null;
  }

  /** Operations per second; 0 for no map and for no time. */
  static double rate(@Nullable MapProfile map, double seconds) {
    return map == null || seconds <= 0 ? 0 : map.operations().total() / seconds;
  }

  /** What can be compared, when the map is in both. */
  List<Change> changes() {
    List<Change> changes = new ArrayList<>();
    if (before != null && after != null) {
      for (Measure measure : Measure.values()) {
        Reading old = measure.of(before);
        Reading now = measure.of(after);
        if (old != null && now != null && Math.max(old.value(), now.value()) > 0) {
          changes.add(Change.of(measure, old, now));
        }
      }
    }
    return changes;
  }
}
