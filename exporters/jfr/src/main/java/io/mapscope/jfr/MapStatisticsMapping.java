package io.mapscope.jfr;

import io.mapscope.profile.Instances;
import io.mapscope.profile.MapProfile;
import io.mapscope.profile.Operation;
import io.mapscope.profile.OperationCounts;
import io.mapscope.profile.Site;
import io.mapscope.profile.SiteKind;
import io.mapscope.profile.Threads;
import java.util.EnumMap;
import java.util.Map;

/**
 * {@link MapProfile} to {@link MapStatistics} and back, without loss; the fields {@code site},
 * {@code operations}, {@code operationRate} and {@code readRatio} are derived and not read.
 */
final class MapStatisticsMapping {

  private MapStatisticsMapping() {}

  /** Fills all but the fields that place the event in its set. */
  static void fill(MapStatistics event, MapProfile map, double observedSeconds) {
    event.mapId = map.id();
    event.mapClass = map.mapClass();
    event.wraps = map.wraps();
    fillSite(event, map.site());
    event.created = map.instances().created();
    event.alive = map.instances().alive();
    event.entries = map.entries();
    event.entriesGrowth = map.entriesGrowthPerSecond();
    event.capacity = map.capacity();
    event.readers = map.threads().readers();
    event.writers = map.threads().writers();
    event.coverage = map.coverage();
    fillOperations(event, map.operations(), observedSeconds);
    event.traversedEntries = map.traversedEntries();
    MapFactsMapping.fill(event, map.facts(), map.misuse());
    event.texts = texts(event);
  }

  private static String texts(MapStatistics event) {
    return new Texts()
        .add("mapId", event.mapId)
        .add("mapClass", event.mapClass)
        .add("wraps", event.wraps)
        .add("field", event.field)
        .add("siteClass", event.siteClass)
        .add("siteMethod", event.siteMethod)
        .add("siteKind", event.siteKind)
        .join();
  }

  private static void fillSite(MapStatistics event, Site site) {
    event.field = site.field();
    event.site = site.frame();
    event.siteClass = site.className();
    event.siteMethod = site.method();
    event.siteLine = site.line();
    event.siteKind = site.kind().jsonName();
  }

  private static void fillOperations(
      MapStatistics event, OperationCounts counts, double observedSeconds) {
    event.operations = counts.total();
    event.operationRate = observedSeconds == 0 ? 0 : counts.total() / observedSeconds;
    event.readRatio = counts.readRatio();
    event.getHit = counts.get(Operation.GET_HIT);
    event.getMiss = counts.get(Operation.GET_MISS);
    event.putNew = counts.get(Operation.PUT_NEW);
    event.putReplace = counts.get(Operation.PUT_REPLACE);
    event.removeHit = counts.get(Operation.REMOVE_HIT);
    event.removeMiss = counts.get(Operation.REMOVE_MISS);
    event.computeIfAbsentPresent = counts.get(Operation.COMPUTE_IF_ABSENT_PRESENT);
    event.computeIfAbsentAbsent = counts.get(Operation.COMPUTE_IF_ABSENT_ABSENT);
    event.compute = counts.get(Operation.COMPUTE);
    event.merge = counts.get(Operation.MERGE);
    event.replace = counts.get(Operation.REPLACE);
    event.clear = counts.get(Operation.CLEAR);
    event.putAll = counts.get(Operation.PUT_ALL);
    event.size = counts.get(Operation.SIZE);
    event.traversals = counts.get(Operation.TRAVERSALS);
    event.ordered = counts.get(Operation.ORDERED);
  }

  /**
   * The profile that the event was filled from.
   *
   * @throws IllegalArgumentException when a field is missing or out of range
   */
  static MapProfile read(EventFields event) {
    return new MapProfile(
        event.text("mapId"),
        event.text("mapClass"),
        event.nullableText("wraps"),
        readSite(event),
        new Instances(event.longInteger("created"), event.longInteger("alive")),
        event.longInteger("entries"),
        event.number("entriesGrowth"),
        event.longInteger("capacity"),
        new Threads(event.integer("readers"), event.integer("writers")),
        event.number("coverage"),
        readOperations(event),
        event.longInteger("traversedEntries"),
        MapFactsMapping.readMisuse(event),
        MapFactsMapping.readFacts(event));
  }

  private static Site readSite(EventFields event) {
    return new Site(
        event.text("siteClass"),
        event.text("siteMethod"),
        event.integer("siteLine"),
        event.nullableText("field"),
        SiteKind.ofJsonName(event.text("siteKind")));
  }

  private static OperationCounts readOperations(EventFields event) {
    Map<Operation, Long> counts = new EnumMap<>(Operation.class);
    for (Operation operation : Operation.values()) {
      counts.put(operation, event.longInteger(operation.jsonName()));
    }
    return OperationCounts.of(counts);
  }
}
