package io.mapscope.report.comparison;

import io.mapscope.profile.Finding;
import io.mapscope.profile.MapProfile;
import io.mapscope.profile.Report;
import io.mapscope.profile.json.JsonWriter;
import io.mapscope.report.comparison.Change.Verdict;
import io.mapscope.report.comparison.Comparison.MapChange;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A comparison for programs, and for the page. */
public final class ComparisonJson {

  /** The number of the shape that this version writes. */
  private static final int SCHEMA = 1;

  private final JsonWriter json;
  private final Comparison comparison;

  private ComparisonJson(JsonWriter json, Comparison comparison) {
    this.json = json;
    this.comparison = comparison;
  }

  /** Writes {@code comparison} as indented JSON. */
  public static void write(Comparison comparison, Appendable out) throws IOException {
    new ComparisonJson(new JsonWriter(out), comparison).write();
  }

  /** The JSON of {@code comparison} as one text. */
  public static String toJson(Comparison comparison) {
    StringBuilder text = new StringBuilder();
    try {
      write(comparison, text);
    } catch (IOException e) {
      throw new AssertionError("a StringBuilder does not fail", e);
    }
    return text.toString();
  }

  /** Writes {@code comparison} as one line. */
  public static void writeCompact(Comparison comparison, Appendable out) throws IOException {
    new ComparisonJson(JsonWriter.compact(out), comparison).write();
  }

  private void write() throws IOException {
    json.open('{').name("comparison").value(SCHEMA);
    run("before", comparison.before());
    run("after", comparison.after());
    json.name("findings").open('[');
    for (FindingChange change : comparison.findings()) {
      finding(change);
    }
    json.close(']');
    changes("worse", Verdict.WORSE);
    changes("better", Verdict.BETTER);
    json.name("withinNoise").value(comparison.changes(Verdict.WITHIN_NOISE).size());
    json.close('}').end();
  }

  private void run(String name, Report report) throws IOException {
    json.name(name).open('{');
    json.name("generatedAt").value(report.generatedAt().toString());
    json.name("durationSeconds").value(report.durationSeconds());
    json.name("mainClass").value(report.jvm().mainClass());
    json.name("jvm").value(report.jvm().vendor() + " " + report.jvm().version());
    json.name("operations")
        .value(report.maps().stream().mapToDouble(map -> (double) map.operations().total()).sum());
    json.close('}');
  }

  private void finding(FindingChange change) throws IOException {
    Finding latest = change.latest();
    json.open('{');
    json.name("state").value(change.state().jsonName());
    json.name("rule").value(latest.rule());
    json.name("title").value(latest.title());
    json.name("explanation").value(latest.explanation());
    json.name("severityBefore").value(severity(change.before()));
    json.name("severityAfter").value(severity(change.after()));
    json.name("map").value(latest.map());
    json.close('}');
  }

  private static @Nullable String severity(@Nullable Finding finding) {
    return finding == null ? null : finding.severity().jsonName();
  }

  private void changes(String name, Verdict verdict) throws IOException {
    List<MapChange> changes = comparison.changes(verdict);
    json.name(name).open('[');
    for (MapChange one : changes) {
      change(one);
    }
    json.close(']');
  }

  private void change(MapChange one) throws IOException {
    Change change = one.change();
    json.open('{');
    json.name("map").value(one.map().name());
    json.name("class").value(one.map().mapClass());
    json.name("mapBefore").value(id(one.map().before()));
    json.name("mapAfter").value(id(one.map().after()));
    json.name("measure").value(change.measure().jsonName());
    json.name("words").value(change.measure().words());
    json.name("before").value(change.before());
    json.name("after").value(change.after());
    json.name("textBefore").value(change.measure().text(change.before()));
    json.name("textAfter").value(change.measure().text(change.after()));
    json.name("changeRatio").value(change.ratio());
    json.name("noiseRatio").value(change.noiseRatio());
    json.close('}');
  }

  private static @Nullable String id(@Nullable MapProfile map) {
    return map == null ? null : map.id();
  }
}
