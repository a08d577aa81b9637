package io.mapscope.report;

import io.mapscope.profile.Report;
import io.mapscope.profile.ReportJson;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The form a report is written in, chosen by the ending of its file. */
enum ReportFormat {
  /** For programs; see {@link ReportJson}. */
  JSON(".json") {
    @Override
    void write(Report report, Appendable out) throws IOException {
      ReportJson.write(report, out);
    }
  },
  /** For people; see {@link TextReport}. */
  TEXT(".txt") {
    @Override
    void write(Report report, Appendable out) throws IOException {
      out.append(TextReport.render(report));
    }
  };

  private static final List<String> LATER_ENDINGS = List.of(".html", ".sarif");
  private static final String WRITTEN = "this version writes .json and .txt";

  private final String ending;

  ReportFormat(String ending) {
    this.ending = ending;
  }

  abstract void write(Report report, Appendable out) throws IOException;

  /** The format that the ending of {@code file} names, in upper or lower case. */
  static ReportFormat of(Path file) throws ReportRefused {
    String name = file.toString().toLowerCase(Locale.ROOT);
    for (ReportFormat format : values()) {
      if (name.endsWith(format.ending)) {
        return format;
      }
    }
    for (String later : LATER_ENDINGS) {
      if (name.endsWith(later)) {
        throw new ReportRefused(
            file, "the format " + later + " comes in a later version of Mapscope, " + WRITTEN);
      }
    }
    throw new ReportRefused(file, "the file's ending names no report format, " + WRITTEN);
  }
}
