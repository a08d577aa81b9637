package io.mapscope.advisor.rules;

import io.mapscope.advisor.Draft;
import io.mapscope.advisor.Fact;
import io.mapscope.advisor.MapKind;
import io.mapscope.advisor.Rule;
import io.mapscope.advisor.Situation;
import io.mapscope.advisor.Statistics;
import io.mapscope.advisor.Threshold;
import io.mapscope.advisor.Threshold.Unit;
import io.mapscope.advisor.Verdict;
import io.mapscope.advisor.Words;
import io.mapscope.profile.Allocation;
import io.mapscope.profile.Lives;
import io.mapscope.profile.MapProfile;
import io.mapscope.profile.Severity;
import io.mapscope.profile.text.Figures;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Tables far larger than their maps ever needed, or many maps that never held an entry. */
public final class OversizedMap implements Rule {

  private static final String ID = "oversized-map";

  private static final Threshold MIN_SPARE_BYTES =
      new Threshold(
          ID,
          "min-spare-bytes",
          1_000_000,
          Unit.BYTES,
          "a megabyte is what one finds in a heap dump and asks about; tables are spare from eight"
              + " times the need on, and the need is counted from all entries that ever came");

  private static final Threshold MIN_UNUSED =
      new Threshold(
          ID,
          "min-unused-maps",
          10_000,
          Unit.COUNT,
          "ten thousand empty maps hold half a megabyte and are half a megabyte to collect");

  private static final Threshold MIN_UNUSED_RATIO =
      new Threshold(
          ID,
          "min-unused-ratio",
          0.5,
          Unit.RATIO,
          "a map that every other object leaves empty is worth a test for null in the others");

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String title() {
    return "tables or maps that nothing is put into";
  }

  @Override
  public List<Severity> severities() {
    return List.of(Severity.INFO);
  }

  @Override
  public List<String> sources() {
    return List.of(
        "Shacham, Vechev, Yahav: Chameleon, PLDI 2009: lazy allocation of empty collections",
        "Chis and others: Patterns of Memory Inefficiency, ECOOP 2011: empty and sparse collections");
  }

  @Override
  public List<Threshold> thresholds() {
    return List.of(MIN_SPARE_BYTES, MIN_UNUSED, MIN_UNUSED_RATIO);
  }

  @Override
  public List<Fact> needs() {
    return List.of(Fact.LIVES);
  }

  @Override
  public boolean concerns(MapProfile map) {
    return switch (MapKind.ofBase(map)) {
      case HASH, LINKED_HASH, CONCURRENT_HASH -> true;
      default -> false;
    };
  }

  @Override
  public Verdict judge(MapProfile map, Situation situation) {
    Lives lives = Objects.requireNonNull(map.facts().lives(), "lives");
    if (lives.spareBytes() >= situation.limit(MIN_SPARE_BYTES)) {
      return tooLarge(map, lives);
    }
    double limit = situation.limit(MIN_UNUSED_RATIO);
    long alive = map.instances().alive();
    return lives.unused() >= situation.limit(MIN_UNUSED) && lives.unused() >= limit * alive
        ? unused(map, lives, limit)
        : Verdict.silent();
  }

  private Verdict tooLarge(MapProfile map, Lives lives) {
    return Draft.of(this, map, Severity.INFO)
        .title(Figures.bytes(lives.spareBytes()) + " of table that nothing is put into")
        .explanation(
            Words.map(map)
                + ": "
                + Figures.counted(lives.sparse(), "live map")
                + " got a table for eight times the entries that ever came, or more; "
                + Figures.bytes(lives.spareBytes())
                + " are to spare, and each iteration passes through them.")
        .confidence(Statistics.PROVEN)
        .evidence("sparseMaps", lives.sparse())
        .evidence("spareBytes", lives.spareBytes())
        .evidence("entries", map.entries())
        .evidence("buckets", map.capacity())
        .replacement("presize", "the number of entries that come", "PresizedMap")
        .caveat("the entries that the table was made for may still come")
        .found();
  }

  private Verdict unused(MapProfile map, Lives lives, double limit) {
    long alive = Math.max(lives.unused(), map.instances().alive());
    return Draft.of(this, map, Severity.INFO)
        .title(Figures.counted(lives.unused(), "map") + " that never held an entry")
        .explanation(
            "Of "
                + Figures.counted(alive, "live map")
                + " of "
                + Words.map(map)
                + " "
                + Figures.count(lives.unused())
                + " never held an entry; made on first use they would not exist.")
        .confidence(Statistics.shareIsAbove(limit, lives.unused(), alive))
        .evidence("unusedMaps", lives.unused())
        .evidence("liveMaps", alive)
        .evidence("retainedBytes", retained(map))
        .replacement("plain", "a map made on first use, java.util.Map.of() before", "LazyMap")
        .caveatIf(
            MapKind.ofBase(map) == MapKind.CONCURRENT_HASH,
            "threads that share it must agree on the one that makes it")
        .found();
  }

  private static long retained(MapProfile map) {
    @Nullable Allocation allocation = map.facts().allocation();
    return allocation == null ? 0 : Math.max(0, allocation.retainedBytes());
  }
}
