package io.mapscope.report.sarif;

import io.mapscope.profile.CallSite;
import io.mapscope.profile.Finding;
import io.mapscope.profile.MapProfile;
import io.mapscope.profile.Report;
import io.mapscope.profile.json.JsonWriter;
import io.mapscope.profile.text.Figures;
import io.mapscope.profile.text.Names;
import io.mapscope.profile.text.Printable;
import io.mapscope.report.Findings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The findings of one report as SARIF's results. */
final class Results {

  /** Call sites named beside a finding; of related locations GitHub shows a few. */
  private static final int MOST_CALL_SITES = 5;

  private static final double FULL_RANK = 100;

  private final JsonWriter json;
  private final Report report;
  private final SourceRoots roots;
  private final Map<String, MapProfile> maps;
  private final Fingerprints fingerprints = new Fingerprints();

  Results(JsonWriter json, Report report, SourceRoots roots) {
    this.json = json;
    this.report = report;
    this.roots = roots;
    maps = Findings.byId(report);
  }

  void write() throws IOException {
    json.open('[');
    for (Finding finding : report.findings()) {
      json.open('{');
      write(finding, maps.get(finding.map()));
      json.close('}');
    }
    json.close(']');
  }

  private void write(Finding finding, @Nullable MapProfile map) throws IOException {
    json.name("ruleId").value(finding.rule());
    int index = RuleMetadata.indexOf(finding.rule());
    if (index >= 0) {
      json.name("ruleIndex").value(index);
    }
    json.name("level").value(RuleMetadata.level(finding.severity()));
    json.name("rank").value(finding.confidence() * FULL_RANK);
    json.name("message").openInline('{').name("text").value(message(finding)).close('}');
    if (map != null) {
      json.name("locations").open('[').open('{');
      Place.of(map.site()).write(json, roots);
      json.close('}').close(']');
      callSites(map.facts().callSites());
    }
    json.name("partialFingerprints").openInline('{');
    json.name(Fingerprints.KEY).value(fingerprints.next(finding, map));
    json.close('}');
    properties(finding, map);
  }

  /**
   * Text for a message of SARIF, in which brackets make a link, braces a place to fill in and a
   * backslash takes the meaning from brackets (SARIF 2.1.0, 3.11.5 and 3.11.6).
   */
  private static String plain(String text) {
    return Printable.of(text)
        .replaceAll("[\\\\\\[\\]]", "\\\\$0")
        .replace("{", "{{")
        .replace("}", "}}");
  }

  /** What is the matter, what was measured, what to do and what to mind, a paragraph each. */
  private static String message(Finding finding) {
    List<String> paragraphs = new ArrayList<>();
    paragraphs.add(plain(finding.title()) + ".");
    paragraphs.add(plain(finding.explanation()));
    String type = finding.replacement().type();
    String kind = plain(finding.replacement().kind().replace('-', ' '));
    paragraphs.add("Instead: " + (type == null ? kind : plain(type) + " (" + kind + ")."));
    finding.caveats().forEach(caveat -> paragraphs.add("Mind: " + plain(caveat)));
    return String.join("\n\n", paragraphs);
  }

  private void callSites(@Nullable List<CallSite> callSites) throws IOException {
    if (callSites == null || callSites.isEmpty()) {
      return;
    }
    json.name("relatedLocations").open('[');
    for (CallSite callSite : callSites.stream().limit(MOST_CALL_SITES).toList()) {
      Place place = Place.ofFrame(callSite.frame());
      if (place != null) {
        json.open('{');
        place.write(json, roots);
        json.name("message").openInline('{').name("text").value(words(callSite)).close('}');
        json.close('}');
      }
    }
    json.close(']');
  }

  private static String words(CallSite callSite) {
    return plain(Names.operation(callSite.operation()))
        + ", "
        + Figures.percent(callSite.share())
        + " of the operations";
  }

  private void properties(Finding finding, @Nullable MapProfile map) throws IOException {
    json.name("properties").open('{');
    json.name("findingId").value(finding.id());
    json.name("map").value(map == null ? finding.map() : Names.map(map));
    json.name("mapClass").value(map == null ? null : Names.mapClass(map));
    json.name("confidence").value(finding.confidence());
    json.name("snippet").value(finding.replacement().snippet());
    json.close('}');
  }
}
