package io.mapscope.jmc;

import static java.util.stream.Collectors.joining;

import io.mapscope.jmc.Judged.MapFinding;
import io.mapscope.profile.Finding;
import io.mapscope.profile.MapProfile;
import io.mapscope.profile.Replacement;
import io.mapscope.profile.text.Figures;
import io.mapscope.profile.text.Names;
import io.mapscope.profile.text.Printable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmc.common.IDisplayable;
import org.openjdk.jmc.common.unit.IQuantity;
import org.openjdk.jmc.common.unit.UnitLookup;
import org.openjdk.jmc.flightrecorder.rules.ResultBuilder;
import org.openjdk.jmc.flightrecorder.rules.Severity;
import org.openjdk.jmc.flightrecorder.rules.TypedCollectionResult;
import org.openjdk.jmc.flightrecorder.rules.TypedResult;

/**
 * The result of a rule that found something, about one map or several. JMC escapes texts and, up to
 * 9.1, drops their line ends; only collections become lists, where a text calls for them.
 */
final class Found {

  /** JMC's scale: warnings begin at 75; an error of ours is a warning near its end. */
  private static final double ERROR_SCORE = 90;

  private static final double SCORE_END = 100;

  private final List<MapFinding> findings;
  private final MonitorWaits monitorWaits;

  /** About {@code findings}, at least one, the most important first. */
  Found(List<MapFinding> findings, MonitorWaits monitorWaits) {
    this.findings = findings;
    this.monitorWaits = monitorWaits;
  }

  void fill(ResultBuilder result) {
    MapFinding first = findings.get(0);
    Finding finding = first.finding();
    result
        .setSeverity(Severity.get(score(finding)))
        .setSummary(summary(finding))
        .setExplanation(explanation(result))
        .setSolution(solution(finding, result))
        .addResult(TypedResult.SCORE, UnitLookup.NUMBER_UNITY.quantity(score(finding)))
        .addResult(Results.MAPS, names())
        .addResult(Results.FINDINGS, findings.stream().map(it -> it.finding().id()).toList());
    describe(first.map(), result);
    describe(finding, result);
  }

  private static void describe(MapProfile map, ResultBuilder result) {
    result
        .addResult(Results.MAP, Names.map(map))
        .addResult(Results.MAP_ID, map.id())
        .addResult(Results.MAP_CLASS, map.mapClass())
        .addResult(Results.SITE, map.site().frame());
    String field = map.site().field();
    if (field != null) {
      result.addResult(Results.FIELD, field);
    }
  }

  private static void describe(Finding finding, ResultBuilder result) {
    result
        .addResult(Results.GRAVITY, finding.severity().jsonName())
        .addResult(Results.REPLACEMENT, replacement(finding.replacement()))
        .addResult(Results.CONFIDENCE, UnitLookup.PERCENT_UNITY.quantity(finding.confidence()));
    EvidenceResults.add(finding.evidence(), result);
  }

  /** Within the range of the severity the surer finding has the higher score. */
  private static double score(Finding finding) {
    double information = Severity.INFO.getLimit();
    double warning = Severity.WARNING.getLimit();
    return switch (finding.severity()) {
      case INFO -> between(information, warning, finding.confidence());
      case WARNING -> between(warning, ERROR_SCORE, finding.confidence());
      case ERROR -> ERROR_SCORE + (SCORE_END - ERROR_SCORE) * finding.confidence();
    };
  }

  /** From {@code least} up to just below {@code end}. */
  private static double between(double least, double end, double share) {
    return least + (end - least - 1) * share;
  }

  private List<String> names() {
    return findings.stream().map(it -> Names.map(it.map())).distinct().toList();
  }

  private String summary(Finding first) {
    int others = findings.size() - 1;
    String title = Printable.of(first.title());
    return others == 0 ? title : title + " (and " + Figures.counted(others, "other map") + ")";
  }

  private String explanation(ResultBuilder result) {
    MapFinding first = findings.get(0);
    StringBuilder text = new StringBuilder(Printable.of(first.finding().explanation()));
    @Nullable String waits = monitorWaits.explain(first.map(), result);
    if (waits != null) {
      text.append("\n").append(waits);
    }
    text.append("\nIt is ").append(Figures.percent(first.finding().confidence())).append(" sure.");
    append(text, "Evidence", Results.EVIDENCE, evidence(first.finding()), result);
    List<String> others =
        findings.stream().skip(1).map(it -> Printable.of(it.finding().explanation())).toList();
    append(text, "Other maps", Results.OTHERS, others, result);
    return text.toString();
  }

  private static String solution(Finding finding, ResultBuilder result) {
    Replacement replacement = finding.replacement();
    StringBuilder text =
        new StringBuilder("Instead: ").append(replacement(replacement)).append('.');
    @Nullable String snippet = replacement.snippet();
    List<String> code =
        snippet == null ? List.of() : snippet.lines().filter(line -> !line.isBlank()).toList();
    append(text, "Like this", Results.SNIPPET, code, result);
    List<String> caveats = finding.caveats().stream().map(Printable::of).toList();
    append(text, "Mind", Results.CAVEATS, caveats, result);
    return text.toString();
  }

  /** A list below its name, if there is anything in it. */
  private static void append(
      StringBuilder text,
      String name,
      TypedCollectionResult<String> list,
      List<String> items,
      ResultBuilder result) {
    if (!items.isEmpty()) {
      result.addResult(list, items);
      text.append('\n').append(name).append(": ").append(Results.placeholder(list));
    }
  }

  private static List<String> evidence(Finding finding) {
    List<String> lines = new ArrayList<>();
    finding
        .evidence()
        .forEach(
            (name, value) -> lines.add(EvidenceResults.words(name) + ": " + shown(name, value)));
    return lines;
  }

  private static String shown(String name, Object value) {
    IQuantity quantity = EvidenceResults.quantity(name, value);
    if (quantity != null) {
      return quantity.displayUsing(IDisplayable.AUTO);
    }
    return value instanceof List<?> frames
        ? frames.stream().map(it -> Printable.of(String.valueOf(it))).collect(joining(" < "))
        : Printable.of(String.valueOf(value));
  }

  private static String replacement(Replacement replacement) {
    String kind = replacement.kind().replace('-', ' ');
    return replacement.type() == null ? kind : replacement.type() + " (" + kind + ")";
  }
}
