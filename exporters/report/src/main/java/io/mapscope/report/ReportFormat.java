package io.mapscope.report;

import io.mapscope.profile.Report;
import io.mapscope.profile.json.ReportJson;
import io.mapscope.report.comparison.Comparison;
import io.mapscope.report.comparison.ComparisonJson;
import io.mapscope.report.comparison.ComparisonText;
import io.mapscope.report.html.HtmlReport;
import io.mapscope.report.sarif.SarifReport;
import io.mapscope.report.sarif.SourceRoots;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The form a report is written in, chosen by the ending of its file. */
enum ReportFormat {
  /** For programs; see {@link ReportJson}. */
  JSON(".json") {
    @Override
    void write(Report report, SourceRoots sources, Appendable out) throws IOException {
      ReportJson.write(report, out);
    }

    @Override
    void write(Comparison comparison, Appendable out) throws IOException {
      ComparisonJson.write(comparison, out);
    }
  },
  /** For people; see {@link TextReport}. */
  TEXT(".txt") {
    @Override
    void write(Report report, SourceRoots sources, Appendable out) throws IOException {
      out.append(TextReport.render(report));
    }

    @Override
    void write(Comparison comparison, Appendable out) throws IOException {
      out.append(ComparisonText.render(comparison));
    }
  },
  /** For people with a browser; see {@link HtmlReport}. */
  HTML(".html") {
    @Override
    void write(Report report, SourceRoots sources, Appendable out) throws IOException {
      HtmlReport.write(report, out);
    }

    @Override
    void write(Comparison comparison, Appendable out) throws IOException {
      HtmlReport.write(comparison, out);
    }
  },
  /** For code review; see {@link SarifReport}. */
  SARIF(".sarif") {
    @Override
    void write(Report report, SourceRoots sources, Appendable out) throws IOException {
      SarifReport.write(List.of(report), sources, out);
    }

    @Override
    boolean holdsComparison() {
      return false;
    }

    @Override
    void write(Comparison comparison, Appendable out) {
      throw new UnsupportedOperationException("a comparison has no form as SARIF");
    }
  };

  private static final String WRITTEN = "Mapscope writes .html, .json, .sarif and .txt";

  private final String ending;

  ReportFormat(String ending) {
    this.ending = ending;
  }

  /** Writes {@code report}; a format that names source files finds them by {@code sources}. */
  abstract void write(Report report, SourceRoots sources, Appendable out) throws IOException;

  /** Writes {@code comparison}; only where {@link #holdsComparison}. */
  abstract void write(Comparison comparison, Appendable out) throws IOException;

  /** Whether there is such a form of a comparison. */
  boolean holdsComparison() {
    return true;
  }

  /** The format that the ending of {@code file} names, in upper or lower case. */
  static ReportFormat of(Path file) throws ReportRefused {
    String name = file.toString().toLowerCase(Locale.ROOT);
    for (ReportFormat format : values()) {
      if (name.endsWith(format.ending)) {
        return format;
      }
    }
    throw new ReportRefused(file, "the file's ending names no report format, " + WRITTEN);
  }
}
