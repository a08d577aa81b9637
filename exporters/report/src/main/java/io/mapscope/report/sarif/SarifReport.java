package io.mapscope.report.sarif;

import io.mapscope.profile.Report;
import io.mapscope.profile.json.JsonWriter;
import java.io.IOException;
import java.util.List;

/**
 * A SARIF 2.1.0 log of findings, a run per report.
 *
 * <p>Source: OASIS, Static Analysis Results Interchange Format 2.1.0; what GitHub reads of it: rule
 * ids, levels, messages, repository-relative paths, start lines and {@code partialFingerprints}.
 */
public final class SarifReport {

  /** What relative paths are relative to: where the source roots were named from. */
  static final String SOURCE_BASE = "SRCROOT";

  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

  private final JsonWriter json;
  private final SourceRoots roots;

  private SarifReport(Appendable out, SourceRoots roots) {
    json = new JsonWriter(out);
    this.roots = roots;
  }

  /** Writes the log of {@code reports}, ended by a line feed. */
  public static void write(List<Report> reports, SourceRoots roots, Appendable out)
      throws IOException {
    new SarifReport(out, roots).write(reports);
  }

  private void write(List<Report> reports) throws IOException {
    json.open('{');
    json.name("$schema").value(SCHEMA);
    json.name("version").value("2.1.0");
    json.name("runs").open('[');
    for (Report report : reports) {
      json.open('{');
      run(report);
      json.close('}');
    }
    json.close(']').close('}').end();
  }

  private void run(Report report) throws IOException {
    json.name("tool").open('{').name("driver").open('{');
    json.name("name").value("Mapscope");
    json.name("version").value(report.agent().version());
    json.name("rules");
    RuleMetadata.write(json);
    json.close('}').close('}');
    json.name("columnKind").value("utf16CodeUnits");
    json.name("originalUriBaseIds").open('{').name(SOURCE_BASE).open('{');
    json.name("description").openInline('{');
    json.name("text").value("The root of the sources, usually of the repository.");
    json.close('}').close('}').close('}');
    json.name("invocations").open('[').openInline('{');
    json.name("executionSuccessful").value(true);
    json.name("endTimeUtc").value(report.generatedAt().toString());
    json.close('}').close(']');
    json.name("properties").openInline('{');
    json.name("mainClass").value(report.jvm().mainClass());
    json.name("durationSeconds").value(report.durationSeconds());
    json.close('}');
    json.name("results");
    new Results(json, report, roots).write();
  }
}
