package io.mapscope.cli;

import io.mapscope.profile.Finding;
import io.mapscope.profile.Report;
import io.mapscope.profile.json.ReportJson;
import io.mapscope.report.ReportWriter;
import io.mapscope.report.TextReport;
import io.mapscope.report.comparison.Comparison;
import io.mapscope.report.comparison.ComparisonJson;
import io.mapscope.report.comparison.ComparisonText;
import java.io.IOException;
import java.util.List;

/** What the command {@code report} makes: a report, or the comparison of two. */
interface Output {

  /** For people. */
  String text();

  /** For programs. */
  String json();

  void write(ReportWriter writer) throws IOException;

  /** The findings that {@code --fail-on} is about. */
  List<Finding> findings();

  static Output of(Report report) {
    return new Output() {
      @Override
      public String text() {
        return TextReport.render(report);
      }

      @Override
      public String json() {
        return ReportJson.toJson(report);
      }

      @Override
      public void write(ReportWriter writer) throws IOException {
        writer.write(report);
      }

      @Override
      public List<Finding> findings() {
        return report.findings();
      }
    };
  }

  static Output of(Comparison comparison) {
    return new Output() {
      @Override
      public String text() {
        return ComparisonText.render(comparison);
      }

      @Override
      public String json() {
        return ComparisonJson.toJson(comparison);
      }

      @Override
      public void write(ReportWriter writer) throws IOException {
        writer.write(comparison);
      }

      @Override
      public List<Finding> findings() {
        return comparison.newFindings();
      }
    };
  }
}
