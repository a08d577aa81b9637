package io.mapscope.prove;

import io.mapscope.profile.Finding;
import io.mapscope.profile.MapProfile;
import io.mapscope.profile.ProvenGain;
import io.mapscope.profile.Report;
import io.mapscope.profile.text.Names;
import io.mapscope.prove.form.Recorded;
import io.mapscope.prove.list.ListCandidates;
import io.mapscope.prove.measure.Plan;
import io.mapscope.prove.measure.Replay;
import io.mapscope.prove.serial.RecordedSerialization;
import io.mapscope.prove.serial.SerialCandidates;
import io.mapscope.prove.workload.ListWorkload;
import io.mapscope.report.GainText;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A replay that is to be done: of what is done to a map, to lists in it, or of its serialization.
 */
abstract class Task {

  private final MapProfile map;

  private Task(MapProfile map) {
    this.map = map;
  }

  /** The replay of what is done to {@code map}. */
  static Task ofOperations(MapProfile map) {
    return new OfOperations(map);
  }

  /** The replay of the costliest serialization of {@code map}. */
  static Task ofSerialization(MapProfile map) {
    return new OfSerialization(map);
  }

  /** The one that tells what {@code finding}, about {@code map}, gains. */
  static Task of(MapProfile map, Finding finding) {
    if (ListCandidates.isAbout(finding)) {
      return new OfLists(map);
    }
    return SerialCandidates.isAbout(finding) ? ofSerialization(map) : ofOperations(map);
  }

  MapProfile map() {
    return map;
  }

  /** Whether its figures are those of {@code finding}. */
  boolean tells(Finding finding) {
    return finding.map().equals(map.id()) && of(map, finding).getClass() == getClass();
  }

  /** Findings of {@code report} that its figures are for. */
  List<Finding> findings(Report report) {
    return report.findings().stream().filter(this::tells).toList();
  }

  /** Why it cannot be done, or null when it can. */
  abstract @Nullable String problem();

  /** The replay, which has not begun; only where there is no {@link #problem}. */
  abstract Replay replay(Report report, Plan plan, Consumer<String> progress);

  /** What it has measured, for people. */
  abstract List<String> text(ProvenGain gain);

  private static final class OfOperations extends Task {

    OfOperations(MapProfile map) {
      super(map);
    }

    @Override
    @Nullable String problem() {
      if (Recorded.of(map()) == null) {
        return "no form here behaves like " + Names.mapClass(map()) + ", so it cannot be replayed";
      }
      return map().operations().total() == 0
          ? "no operation was recorded, so there is nothing to replay"
          : null;
    }

    @Override
    Replay replay(Report report, Plan plan, Consumer<String> progress) {
      Recorded recorded = Objects.requireNonNull(Recorded.of(map()), map().id());
      return new Replay(report, map(), findings(report), recorded, plan, progress);
    }

    @Override
    List<String> text(ProvenGain gain) {
      return GainText.report(map(), gain);
    }
  }

  private static final class OfSerialization extends Task {

    OfSerialization(MapProfile map) {
      super(map);
    }

    @Override
    @Nullable String problem() {
      return RecordedSerialization.of(map()) == null ? RecordedSerialization.problem(map()) : null;
    }

    @Override
    Replay replay(Report report, Plan plan, Consumer<String> progress) {
      return Replay.ofSerialization(report, map(), findings(report), plan, progress);
    }

    @Override
    List<String> text(ProvenGain gain) {
      return GainText.serialization(map(), gain);
    }
  }

  private static final class OfLists extends Task {

    OfLists(MapProfile map) {
      super(map);
    }

    @Override
    @Nullable String problem() {
      return ListWorkload.appends(map()) == 0
          ? "no look-up was recorded that found a collection, so there is nothing to replay"
          : null;
    }

    @Override
    Replay replay(Report report, Plan plan, Consumer<String> progress) {
      return Replay.ofLists(report, map(), findings(report), plan, progress);
    }

    @Override
    List<String> text(ProvenGain gain) {
      return GainText.lists(map(), gain);
    }
  }
}
