package io.mapscope.report;

import io.mapscope.profile.History;
import io.mapscope.profile.Lives;
import io.mapscope.profile.MapFacts;
import io.mapscope.profile.MapProfile;
import io.mapscope.profile.Nature;
import io.mapscope.profile.Spread;
import io.mapscope.profile.text.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Part of a map's details: what it is by construction, how it grew, what became of the single maps,
 * how its keys spread. Says only what is remarkable.
 */
final class BuildDetail {

  private static final int SHOWN_PERIODS = 8;

  private final MapProfile map;
  private final DetailLines out;

  BuildDetail(MapProfile map, DetailLines out) {
    this.map = map;
    this.out = out;
  }

  void write() {
    MapFacts facts = map.facts();
    if (facts.nature() != null) {
      nature(facts.nature());
    }
    if (facts.history() != null) {
      history(facts.history());
    }
    if (facts.lives() != null) {
      lives(facts.lives());
    }
    if (facts.spread() != null && facts.spread().binsLooked() > 0) {
      spread(facts.spread());
    }
  }

  private void nature(Nature nature) {
    List<String> parts = new ArrayList<>();
    String base = nature.base();
    if (base != null && !base.equals(map.mapClass()) && !base.equals(map.wraps())) {
      parts.add("a " + base);
    }
    if (nature.accessOrder()) {
      parts.add("in order of access");
    }
    if (nature.evicts()) {
      parts.add("throws its eldest entry out");
    }
    if (nature.comparator()) {
      parts.add("ordered by a comparator");
    }
    if (!parts.isEmpty()) {
      out.add("nature", String.join(", ", parts));
    }
  }

  private void history(History history) {
    List<Long> all = history.largestEntries();
    if (all.stream().distinct().count() > 1) {
      List<Long> shown = all.subList(Math.max(0, all.size() - SHOWN_PERIODS), all.size());
      String figures = shown.stream().map(Figures::count).collect(Collectors.joining(", "));
      out.add(
          "history",
          "entries of the largest, every "
              + Figures.duration(history.periodSeconds())
              + (shown.size() < all.size() ? ", lately: " : ": ")
              + figures);
    }
  }

  private void lives(Lives lives) {
    List<String> parts = new ArrayList<>();
    add(parts, lives.ended(), "ended");
    add(parts, lives.shared(), "used by several threads");
    add(parts, lives.unused(), "never filled");
    if (lives.resized() > 0) {
      String resizes = Figures.counted(lives.endedResizes(), "resize");
      String places = lives.finalCapacityP10() + " to " + lives.finalCapacityP90() + " buckets";
      add(parts, lives.resized(), "resized before they ended: " + resizes + ", at last " + places);
    }
    if (lives.sparse() > 0) {
      String spare = Figures.bytes(lives.spareBytes());
      add(parts, lives.sparse(), "far too roomy: " + spare + " to spare");
    }
    if (!parts.isEmpty()) {
      out.add("lives", String.join("; ", parts));
    }
  }

  private static void add(List<String> parts, long count, String what) {
    if (count > 0) {
      parts.add(Figures.count(count) + " " + what);
    }
  }

  private void spread(Spread spread) {
    out.add(
        "spread",
        Figures.count(spread.binsOccupied())
            + " of "
            + Figures.counted(spread.binsLooked(), "bin")
            + " in use, "
            + Figures.count(Math.round(spread.binsExpected()))
            + " if hashes were random");
  }
}
