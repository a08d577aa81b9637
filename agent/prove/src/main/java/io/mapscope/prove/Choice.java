package io.mapscope.prove;

import io.mapscope.profile.Finding;
import io.mapscope.profile.MapProfile;
import io.mapscope.profile.Report;
import io.mapscope.profile.text.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What of a report is to be replayed, and why other things cannot be. */
final class Choice {

  /** Ids that a message names at most. */
  private static final int SHOWN = 8;

  private final Report report;
  private final List<Task> tasks = new ArrayList<>();
  private final List<Task> considered = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();

  private Choice(Report report) {
    this.report = report;
  }

  /**
   * The map with the id {@code map}, or what the finding {@code finding} is about, or what all
   * findings are about.
   */
  static Choice of(Report report, @Nullable String map, @Nullable String finding) {
    Choice choice = new Choice(report);
    if (map != null) {
      choice.addMap(map);
    } else if (finding != null) {
      choice.addFinding(finding);
    } else {
      choice.addAll();
    }
    return choice;
  }

  /** What is to be replayed, in the order of the findings about it. */
  List<Task> tasks() {
    return tasks;
  }

  /** Why something that was asked for is not among them, a line each. */
  List<String> problems() {
    return problems;
  }

  private void addMap(String id) {
    @Nullable MapProfile map = map(id);
    if (map == null) {
      problems.add("there is no map " + id + " in the report; maps: " + someMaps());
      return;
    }
    List<Finding> about = report.findings().stream().filter(isAbout(map)).toList();
    if (about.isEmpty()) {
      addAllOf(map);
    }
    about.forEach(finding -> addOnce(map, finding));
  }

  /** Of a map that nothing was found about, what there is to replay. */
  private void addAllOf(MapProfile map) {
    add(Task.ofOperations(map));
    Task serialization = Task.ofSerialization(map);
    if (serialization.problem() == null) {
      add(serialization);
    }
  }

  private static Predicate<Finding> isAbout(MapProfile map) {
    return finding -> finding.map().equals(map.id());
  }

  private String someMaps() {
    return some(report.maps().stream().map(one -> one.id() + " (" + Names.map(one) + ")"));
  }

  private void addFinding(String id) {
    for (Finding finding : report.findings()) {
      if (finding.id().equals(id)) {
        addFinding(finding);
        return;
      }
    }
    problems.add(
        "there is no finding "
            + id
            + " in the report; findings: "
            + some(report.findings().stream().map(Finding::id)));
  }

  private void addAll() {
    if (report.findings().isEmpty()) {
      problems.add("the report has no finding: name a map by --map; maps: " + someMaps());
      return;
    }
    report.findings().forEach(this::addFinding);
  }

  private void addFinding(Finding finding) {
    @Nullable MapProfile map = map(finding.map());
    if (map != null) {
      addOnce(map, finding);
    }
  }

  /** Findings that the same replay tells about need it once; what cannot be is said once. */
  private void addOnce(MapProfile map, Finding finding) {
    if (considered.stream().noneMatch(task -> task.tells(finding))) {
      add(Task.of(map, finding));
    }
  }

  private @Nullable MapProfile map(String id) {
    return report.map(id).orElse(null);
  }

  private void add(Task task) {
    considered.add(task);
    @Nullable String problem = task.problem();
    if (problem == null) {
      tasks.add(task);
    } else {
      problems.add(Names.map(task.map()) + ": " + problem);
    }
  }

  private static String some(Stream<String> all) {
    List<String> shown = all.limit(SHOWN + 1L).toList();
    if (shown.isEmpty()) {
      return "none";
    }
    return shown.size() > SHOWN
        ? String.join(", ", shown.subList(0, SHOWN)) + " ..."
        : String.join(", ", shown);
  }
}
