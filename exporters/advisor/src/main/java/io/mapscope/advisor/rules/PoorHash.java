package io.mapscope.advisor.rules;

import io.mapscope.advisor.Draft;
import io.mapscope.advisor.Fact;
import io.mapscope.advisor.Rule;
import io.mapscope.advisor.Situation;
import io.mapscope.advisor.Statistics;
import io.mapscope.advisor.Threshold;
import io.mapscope.advisor.Threshold.Unit;
import io.mapscope.advisor.Verdict;
import io.mapscope.advisor.Words;
import io.mapscope.profile.MapProfile;
import io.mapscope.profile.Severity;
import io.mapscope.profile.Shape;
import io.mapscope.profile.Spread;
import io.mapscope.profile.text.Figures;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Keys that crowd in few bins of a hash table, held against what random hashes would do. */
public final class PoorHash implements Rule {

  private static final String ID = "poor-hash";

  private static final Threshold MAX_OCCUPIED =
      new Threshold(
          ID,
          "max-occupied-ratio",
          0.25,
          Unit.RATIO,
          "a quarter of the bins that random hashes would fill: look-ups go through four times the"
              + " entries. The common 31 * x + y of two small numbers reaches 0.4, and nobody would"
              + " change it for what it costs");

  private static final Threshold WARNING_OCCUPIED =
      new Threshold(
          ID,
          "warning-occupied-ratio",
          0.125,
          Unit.RATIO,
          "an eighth: bins hold eight entries and more, from where on HashMap makes trees of them"
              + " (TREEIFY_THRESHOLD), which good hashes do once in ten million bins");

  private static final Threshold MIN_EXPECTED =
      new Threshold(
          ID,
          "min-expected-bins",
          100,
          Unit.COUNT,
          "of a hundred bins that should be in use, the number that are varies by ten at most by"
              + " chance (the deviation of a Poisson count)");

  private static final Threshold MIN_RATE =
      new Threshold(
          ID,
          "min-operations-per-second",
          100,
          Unit.PER_SECOND,
          "a map that is used less often loses less than a thousandth of a processor even when a"
              + " look-up takes 10 us");

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String title() {
    return "keys crowd in a few bins of the table";
  }

  @Override
  public List<Severity> severities() {
    return List.of(Severity.WARNING, Severity.INFO);
  }

  @Override
  public List<String> sources() {
    return List.of(
        "java.util.HashMap, implementation notes: bins follow a Poisson distribution under random"
            + " hashes; a bin of 8 has the chance 0.00000006",
        "https://openjdk.org/jeps/180: tree bins for keys that are Comparable",
        "https://github.com/bitcoinj/bitcoinj/pull/579");
  }

  @Override
  public List<Threshold> thresholds() {
    return List.of(MAX_OCCUPIED, WARNING_OCCUPIED, MIN_EXPECTED, MIN_RATE);
  }

  @Override
  public List<Fact> needs() {
    return List.of(Fact.SPREAD);
  }

  @Override
  public boolean concerns(MapProfile map) {
    return map.facts().spread() != null; // only hash tables with bins have one
  }

  @Override
  public Verdict judge(MapProfile map, Situation situation) {
    Spread spread = Objects.requireNonNull(map.facts().spread(), "spread");
    double ratio = spread.binsOccupied() / Math.max(1, spread.binsExpected());
    double limit = situation.limit(MAX_OCCUPIED);
    if (ratio > limit
        || situation.perSecond(map.operations().total()) < situation.limit(MIN_RATE)) {
      return Verdict.silent();
    }
    if (spread.binsExpected() < situation.limit(MIN_EXPECTED)) {
      return Verdict.notEnough(Figures.counted(spread.binsLooked(), "bin") + " looked at");
    }
    double expectedShare = spread.binsExpected() / spread.binsLooked();
    boolean bad = ratio <= situation.limit(WARNING_OCCUPIED);
    return Draft.of(this, map, bad ? Severity.WARNING : Severity.INFO)
        .title("its keys crowd in few bins")
        .explanation(explanation(map, spread, ratio))
        .confidence(
            1
                - Statistics.shareIsAbove(
                    limit * expectedShare, spread.binsOccupied(), spread.binsLooked()))
        .evidence("binsLookedAt", spread.binsLooked())
        .evidence("binsInUse", spread.binsOccupied())
        .evidence("binsInUseIfRandom", spread.binsExpected())
        .evidence("treeBins", treeBins(map))
        .replacement("hash", "a hashCode made of all that equals compares", "FullHash")
        .caveat(
            "keys that are Comparable hide it: crowded bins become trees, whose look-ups take a"
                + " logarithm instead of a constant time")
        .caveat("where strangers choose the keys, collisions can be an attack: bound the map")
        .found();
  }

  private static long treeBins(MapProfile map) {
    @Nullable Shape shape = map.facts().shape();
    return shape == null ? 0 : Math.max(0, shape.treeBins());
  }

  private static String explanation(MapProfile map, Spread spread, double ratio) {
    return "Of "
        + Figures.counted(spread.binsLooked(), "bin")
        + " of "
        + Words.map(map)
        + " looked at, "
        + Figures.count(spread.binsOccupied())
        + " held an entry, where random hashes would have filled "
        + Figures.count(Math.round(spread.binsExpected()))
        + ". So a key shares its bin with "
        + Figures.rate(1 / Math.max(ratio, 1 / Math.max(1, spread.binsExpected())))
        + " times as many others as it should, and each look-up goes through them.";
  }
}
