package io.mapscope.runtime.management;

import static io.mapscope.runtime.management.Column.count;
import static io.mapscope.runtime.management.Column.ratio;
import static io.mapscope.runtime.management.Column.text;

import io.mapscope.profile.Contention;
import io.mapscope.profile.Latency;
import io.mapscope.profile.LockWaits;
import io.mapscope.profile.MapProfile;
import io.mapscope.profile.Operation;
import io.mapscope.profile.OperationCounts;
import io.mapscope.profile.Quantiles;
import io.mapscope.profile.Waits;
import io.mapscope.profile.text.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The maps as an open table: a row per site and class, the busiest first. */
final class MapsTable {
  private static final OpenTable<OperationCounts> COUNTS =
      new OpenTable<>(
          "OperationCounts", "How often each operation was done", List.of("size"), counts());

  static final OpenTable<MapProfile> TABLE =
      new OpenTable<>(
          "Map", "All maps of one class that one place in the code made", List.of("id"), columns());

  private MapsTable() {}

  private static List<Column<OperationCounts>> counts() {
    List<Column<OperationCounts>> columns = new ArrayList<>();
    for (Operation operation : Operation.values()) {
      columns.add(
          count(
              operation.jsonName(),
              "How often: " + Names.operation(operation.jsonName()),
              counts -> counts.get(operation)));
    }
    return columns;
  }

  private static List<Column<MapProfile>> columns() {
    List<Column<MapProfile>> columns = new ArrayList<>(identity());
    columns.addAll(use());
    columns.addAll(waiting());
    columns.addAll(cost());
    return columns;
  }

  private static List<Column<MapProfile>> identity() {
    return List.of(
        text("id", "The same for the same class and place in every run", MapProfile::id),
        text("name", "Field or place by its short name", Names::map),
        text("class", "Class of the map as the program wrote it", MapProfile::mapClass),
        text("wraps", "Class inside, if the map is a wrapper", MapProfile::wraps),
        text("site", "Class, method and line that made the maps", map -> map.site().frame()),
        text(
            "siteKind",
            "What the site means: allocation, firstUse, overflow, unknown",
            map -> map.site().kind().jsonName()),
        text("field", "Field that the maps are stored in, if seen", map -> map.site().field()));
  }

  private static List<Column<MapProfile>> use() {
    return List.of(
        count("created", "Maps made so far", map -> map.instances().created()),
        count("alive", "Maps not collected yet", map -> map.instances().alive()),
        count("entries", "Entries of the living maps together", MapProfile::entries),
        ratio(
            "entriesGrowthPerSecond",
            "Change of the entries per second",
            MapProfile::entriesGrowthPerSecond),
        count(
            "capacity",
            "Buckets of the living maps together",
            map -> known(map.capacity() == MapProfile.UNKNOWN_CAPACITY, map.capacity())),
        count("readers", "Threads that read", map -> (long) map.threads().readers()),
        count("writers", "Threads that wrote", map -> (long) map.threads().writers()),
        count("operations", "Operations so far", map -> map.operations().total()),
        count("reads", "Operations that only look", map -> map.operations().reads()),
        count("writes", "All other operations", map -> map.operations().writes()),
        ratio("readRatio", "Reads by all operations, 0 to 1", map -> map.operations().readRatio()),
        ratio(
            "coverage",
            "Share of the time in which operations were counted, 0 to 1",
            MapProfile::coverage),
        new Column<>(
            "operationCounts",
            "How often each operation was done",
            COUNTS.rowType(),
            map -> COUNTS.row(map.operations())));
  }

  private static List<Column<MapProfile>> waiting() {
    return List.of(
        count("contentionCount", "Waits for the maps", ofContention(Contention::count)),
        count("contentionNanos", "Nanoseconds waited", ofContention(Contention::nanos)),
        count("monitorNanos", "Of them for monitors", ofMonitor(Waits::nanos)),
        count("lockNanos", "Of them for locks around the maps", ofLock(LockWaits::nanos)),
        count("writeP99Nanos", "99 of 100 writes took at most", p99(Latency::write)),
        count("computeP99Nanos", "99 of 100 computes took at most", p99(Latency::compute)));
  }

  private static List<Column<MapProfile>> cost() {
    return List.of(
        count(
            "allocatedBytes",
            "Bytes of maps, nodes and tables made so far",
            map -> map.facts().allocation() == null ? null : map.facts().allocation().bytes()),
        count(
            "resizes",
            "Tables replaced by larger ones",
            map -> map.facts().allocation() == null ? null : map.facts().allocation().resizes()),
        count(
            "overlaps",
            "Accesses to an unsynchronized map while another thread wrote to it",
            map -> map.misuse().overlaps()));
  }

  private static Function<MapProfile, @Nullable Object> ofContention(
      Function<Contention, Long> figure) {
    return map -> {
      Contention contention = map.facts().contention();
      return contention == null ? null : figure.apply(contention);
    };
  }

  private static Function<MapProfile, @Nullable Object> ofMonitor(Function<Waits, Long> figure) {
    return map -> {
      Contention contention = map.facts().contention();
      Waits waits = contention == null ? null : contention.monitor();
      return waits == null ? null : figure.apply(waits);
    };
  }

  private static Function<MapProfile, @Nullable Object> ofLock(Function<LockWaits, Long> figure) {
    return map -> {
      Contention contention = map.facts().contention();
      LockWaits waits = contention == null ? null : contention.lock();
      return waits == null ? null : figure.apply(waits);
    };
  }

  private static Function<MapProfile, @Nullable Object> p99(
      Function<Latency, @Nullable Quantiles> part) {
    return map -> {
      Latency latency = map.facts().latency();
      Quantiles quantiles = latency == null ? null : part.apply(latency);
      return quantiles == null ? null : quantiles.p99();
    };
  }

  private static @Nullable Long known(boolean unknown, long figure) {
    return unknown ? null : figure;
  }
}
