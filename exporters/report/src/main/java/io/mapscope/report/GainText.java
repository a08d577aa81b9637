package io.mapscope.report;

import io.mapscope.profile.MapProfile;
import io.mapscope.profile.ProvenCandidate;
import io.mapscope.profile.ProvenGain;
import io.mapscope.profile.ProvenRatio;
import io.mapscope.profile.ProvenVerdict;
import io.mapscope.profile.text.Figures;
import io.mapscope.profile.text.Names;
import io.mapscope.profile.text.Printable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a replay has measured, for people: the verdict, a ranking, what it is worth. */
public final class GainText {

  private GainText() {}

  /** All about the replay of {@code map}, as lines. */
  public static List<String> report(MapProfile map, ProvenGain gain) {
    return lines(Names.map(map) + ": the recorded form held against others", gain);
  }

  /** All about the replay of the serialization of {@code map}, as lines. */
  public static List<String> serialization(MapProfile map, ProvenGain gain) {
    return lines(Names.map(map) + ", serialized: the recorded way held against others", gain);
  }

  /** All about the replay of appends to the lists in {@code map}, as lines. */
  public static List<String> lists(MapProfile map, ProvenGain gain) {
    return lines(Names.map(map) + ", lists in it: a safe form held against others", gain);
  }

  private static List<String> lines(String title, ProvenGain gain) {
    DetailLines out = new DetailLines();
    out.title("", title);
    add(out, gain, true);
    return out.lines();
  }

  /** Adds the verdict, and all the rest if {@code whole}. */
  static void add(DetailLines out, ProvenGain gain, boolean whole) {
    out.add("proven", verdict(gain));
    if (!whole) {
      return;
    }
    if (out.holdsTables()) {
      out.add("", ranking(gain.candidates()));
    }
    notes(out, gain.candidates());
    out.add("replayed", conditions(gain));
    lines(out, "as recorded", gain.reproduced());
    lines(out, "otherwise", gain.notReproduced());
    lines(out, "machine", gain.otherMachine());
  }

  /** The one sentence that matters. */
  public static String verdict(ProvenGain gain) {
    ProvenCandidate baseline = gain.baseline();
    ProvenCandidate advised = gain.advisedCandidate();
    String how = gain.complete() ? "" : " (interrupted)";
    if (baseline == null) {
      return "the recorded form was not measured" + how;
    }
    if (advised == null) {
      return "what is advised is none of the forms that were measured" + how;
    }
    return advised.name() + " against " + baseline.name() + ": " + outcome(advised) + how;
  }

  private static String outcome(ProvenCandidate candidate) {
    ProvenRatio speedup = candidate.speedup();
    return switch (candidate.verdict()) {
      case FASTER, SLOWER ->
          speedup == null
              ? candidate.verdict().jsonName()
              : times(speedup) + " the operations in the same time";
      case TIE -> "a tie" + (speedup == null ? "" : ", " + times(speedup) + " the operations");
      case NOT_EQUIVALENT -> "not measured, it gives other results: " + candidate.problem();
      case NOT_MEASURED, BASELINE -> "not measured: " + candidate.problem();
    };
  }

  /** {@code 3.20 times (2.90 to 3.50)}. */
  static String times(ProvenRatio speedup) {
    return ratio(speedup.estimate()) + " times " + interval(speedup);
  }

  private static String interval(ProvenRatio speedup) {
    return "(" + ratio(speedup.low()) + " to " + ratio(speedup.high()) + ")";
  }

  private static String ratio(double ratio) {
    if (ratio >= 1000) {
      return ">999";
    }
    return String.format(Locale.ROOT, ratio < 10 ? "%.2f" : "%.1f", ratio);
  }

  private static Table ranking(List<ProvenCandidate> candidates) {
    Table table =
        new Table(
            List.of(
                Table.Align.RIGHT,
                Table.Align.ELASTIC,
                Table.Align.RIGHT,
                Table.Align.RIGHT,
                Table.Align.RIGHT,
                Table.Align.RIGHT,
                Table.Align.RIGHT,
                Table.Align.RIGHT));
    table.row(List.of("RANK", "FORM", "OPS/S", "TIMES", "95 %", "P50", "P99", "B/OP"));
    List<String> ranks = ranks(candidates);
    for (int i = 0; i < candidates.size(); i++) {
      table.row(row(ranks.get(i), candidates.get(i)));
    }
    return table;
  }

  private static List<String> row(String rank, ProvenCandidate candidate) {
    ProvenRatio speedup = candidate.speedup();
    String verdict = candidate.verdict().jsonName();
    return List.of(
        rank,
        Printable.of(candidate.name()),
        figure(candidate.operationsPerSecond(), Figures::rate),
        speedup == null ? "" : ratio(speedup.estimate()),
        speedup == null ? verdict : ratio(speedup.low()) + "-" + ratio(speedup.high()),
        figure(candidate.p50Nanos(), nanos -> Figures.nanos(Math.round(nanos))),
        figure(candidate.p99Nanos(), nanos -> Figures.nanos(Math.round(nanos))),
        figure(candidate.allocatedBytesPerOperation(), bytes -> Figures.count(Math.round(bytes))));
  }

  private interface Show {
    String of(double value);
  }

  private static String figure(double value, Show show) {
    return Double.isNaN(value) ? "-" : show.of(value);
  }

  /**
   * Places in the order given: one whose interval reaches that of the first of a place shares it,
   * which is shown by an equals sign. The baseline's place is that of the ratio 1.
   */
  static List<String> ranks(List<ProvenCandidate> candidates) {
    List<String> ranks = new ArrayList<>();
    int place = 0;
    int measured = 0;
    double reach = Double.NaN;
    for (ProvenCandidate candidate : candidates) {
      @Nullable ProvenRatio speedup = candidate.speedup();
      if (speedup == null) {
        ranks.add(candidate.verdict() == ProvenVerdict.BASELINE ? "base" : "-");
        continue;
      }
      measured++;
      boolean shared = place > 0 && speedup.high() >= reach;
      if (!shared) {
        place = measured;
        reach = speedup.low();
      }
      ranks.add((shared ? "=" : "") + place);
    }
    return ranks;
  }

  private static void notes(DetailLines out, List<ProvenCandidate> candidates) {
    for (ProvenCandidate candidate : candidates) {
      String problem = candidate.problem();
      List<String> notes = new ArrayList<>(candidate.differences());
      if (problem != null) {
        notes.add(0, problem);
      }
      if (!notes.isEmpty()) {
        out.add("", candidate.name() + ": " + String.join("; ", notes));
      }
    }
  }

  private static String conditions(ProvenGain gain) {
    return Figures.counted(gain.threads(), "thread")
        + ", "
        + Figures.entries(gain.entries())
        + ", "
        + Figures.counted(gain.rounds(), "round")
        + (gain.complete() ? "" : ", interrupted")
        + ", seed "
        + gain.seed()
        + ", on "
        + gain.measuredOn();
  }

  private static void lines(DetailLines out, String label, List<String> lines) {
    String next = label;
    for (String line : lines) {
      out.add(next, line);
      next = "";
    }
  }
}
