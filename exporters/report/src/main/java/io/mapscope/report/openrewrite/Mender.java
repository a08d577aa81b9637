package io.mapscope.report.openrewrite;

import io.mapscope.profile.Finding;
import io.mapscope.profile.Lives;
import io.mapscope.profile.MapProfile;
import io.mapscope.profile.Report;
import io.mapscope.profile.SiteKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Decides, finding by finding, whether what was recorded allows to mend it mechanically. */
final class Mender {

  private static final String HASH_MAP = "java.util.HashMap";
  private static final String CONCURRENT_HASH_MAP = "java.util.concurrent.ConcurrentHashMap";

  /** Places of a table in use when it is replaced (java.util.HashMap, ConcurrentHashMap). */
  private static final double LOAD = 0.75;

  private final Report report;

  /** For the findings of {@code report}. */
  Mender(Report report) {
    this.report = report;
  }

  /** What is done about each finding, in their order. */
  List<Mending> mendings() {
    return report.findings().stream().map(this::mending).toList();
  }

  private Mending mending(Finding finding) {
    MapProfile map = map(finding);
    if (map == null) {
      return Mending.left(finding, "its map is not in the report");
    }
    return switch (finding.rule()) {
      case "lock-contended-map", "unsafe-shared-map" -> concurrent(finding, map);
      case "check-then-act" -> oneStep(finding, map);
      case "resize-churn" -> presized(finding, map);
      default -> Mending.left(finding, "what to do instead is a choice, see its advice");
    };
  }

  private @Nullable MapProfile map(Finding finding) {
    return report.maps().stream()
        .filter(map -> map.id().equals(finding.map()))
        .findFirst()
        .orElse(null);
  }

  private Mending concurrent(Finding finding, MapProfile map) {
    String field = map.site().field();
    if (field == null) {
      return Mending.left(finding, "the field that holds the map is not known");
    }
    for (MapProfile other : report.maps()) {
      String objection = field.equals(other.site().field()) ? Recorded.objection(other) : null;
      if (objection != null) {
        return Mending.left(finding, objection);
      }
    }
    return Mending.by(finding, "UseConcurrentHashMap", Map.of("field", field));
  }

  private static Mending oneStep(Finding finding, MapProfile map) {
    String field = map.site().field();
    if (field == null) {
      return Mending.left(finding, "the field that holds the map is not known");
    }
    if (!Recorded.insertsAtomically(map)) {
      return Mending.left(finding, "putIfAbsent is not atomic in its class, or nulls were seen");
    }
    String owner = field.substring(0, Math.max(0, field.lastIndexOf('.')));
    String method = TwoSteps.method(finding, owner);
    if (method == null) {
      return Mending.left(finding, "both steps were not seen in one method of the field's class");
    }
    Map<String, Object> options = new LinkedHashMap<>();
    options.put("field", field);
    options.put("method", method);
    return Mending.by(finding, "InsertOnce", options);
  }

  private static Mending presized(Finding finding, MapProfile map) {
    String mapClass = map.mapClass();
    String method = map.site().method();
    if (!mapClass.equals(HASH_MAP) && !mapClass.equals(CONCURRENT_HASH_MAP)) {
      return Mending.left(finding, "its class is neither HashMap nor ConcurrentHashMap");
    }
    if (map.site().kind() != SiteKind.ALLOCATION || !TwoSteps.isPlainMethod(method)) {
      return Mending.left(finding, "it is not made in a method that has a name");
    }
    Lives lives = map.facts().lives();
    if (lives == null || lives.finalCapacityP90() <= 0) {
      return Mending.left(finding, "how large such maps become was not recorded");
    }
    Map<String, Object> options = new LinkedHashMap<>();
    options.put("className", map.site().className());
    options.put("method", method);
    options.put("mapClass", mapClass);
    options.put("initialCapacity", capacity(mapClass, lives));
    return Mending.by(finding, "PresizeMap", options);
  }

  /**
   * The argument that gives a map the table it ends with: HashMap takes the number of buckets, and
   * ConcurrentHashMap that of entries, for which it makes room for one more.
   */
  private static long capacity(String mapClass, Lives lives) {
    long buckets = lives.finalCapacityP90();
    return mapClass.equals(HASH_MAP) ? buckets : Math.max(0, (long) (LOAD * buckets) - 1);
  }
}
