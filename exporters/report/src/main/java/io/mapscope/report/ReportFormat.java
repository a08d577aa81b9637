package io.mapscope.report;

import io.mapscope.profile.Report;
import io.mapscope.profile.json.ReportJson;
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
    boolean holdsSeveral() {
      return false;
    }

    @Override
    void write(List<Report> reports, SourceRoots sources, Appendable out) throws IOException {
      for (Report report : reports) {
        ReportJson.write(report, out);
      }
    }
  },
  /** For people; see {@link TextReport}. */
  TEXT(".txt") {
    @Override
    boolean holdsSeveral() {
      return true;
    }

    @Override
    void write(List<Report> reports, SourceRoots sources, Appendable out) throws IOException {
      out.append(TextReport.render(reports));
    }
  },
  /** For people with a browser; see {@link HtmlReport}. */
  HTML(".html") {
    @Override
    boolean holdsSeveral() {
      return false;
    }

    @Override
    void write(List<Report> reports, SourceRoots sources, Appendable out) throws IOException {
      for (Report report : reports) {
        HtmlReport.write(report, out);
      }
    }
  },
  /** For code review; see {@link SarifReport}. */
  SARIF(".sarif") {
    @Override
    boolean holdsSeveral() {
      return true;
    }

    @Override
    void write(List<Report> reports, SourceRoots sources, Appendable out) throws IOException {
      SarifReport.write(reports, sources, out);
    }
  };

  private static final String WRITTEN = "Mapscope writes .html, .json, .sarif and .txt";

  private final String ending;

  ReportFormat(String ending) {
    this.ending = ending;
  }

  /** Whether one file of this format can hold the reports of several JVMs. */
  abstract boolean holdsSeveral();

  /** Writes {@code reports}; a format that names source files finds them by {@code sources}. */
  abstract void write(List<Report> reports, SourceRoots sources, Appendable out) throws IOException;

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
