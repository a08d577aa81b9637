package io.mapscope.cli;

import io.mapscope.advisor.Advisor;
import io.mapscope.jfr.JfrAvailability;
import io.mapscope.jfr.RecordingReader;
import io.mapscope.jfr.UnreadableRecording;
import io.mapscope.profile.Report;
import io.mapscope.profile.merge.MergedReport;
import io.mapscope.report.ReportReader;
import io.mapscope.report.ReportRefused;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads the files a user names, all of them, and gathers what is wrong with any.
 *
 * <p>A recording holds figures, which the advisor judges as it did in the JVM they are from; a JSON
 * report holds the findings that were made of it. Several become one, see {@link MergedReport}.
 */
public final class Inputs {

  private final List<Report> reports = new ArrayList<>();
  private final List<String> problems;

  /** Problems found while reading are added to {@code problems}, one line each. */
  public Inputs(List<String> problems) {
    this.problems = problems;
  }

  /** The advisor with the thresholds of this JVM's system properties. */
  private @Nullable Advisor advisor() {
    try {
      return Advisor.of(System.getProperties());
    } catch (IllegalArgumentException wrong) {
      String.valueOf(wrong.getMessage())
          .lines()
          .forEach(problem -> problems.add("system property " + problem));
      return null;
    }
  }

  /**
   * The one report of all files that could be read, or null when none could. When they hold more
   * than one run their maps are judged anew, by what they have in common.
   */
  public @Nullable Report read(List<Path> files) {
    Advisor advisor = advisor();
    reports.clear();
    for (Path file : files) {
      try {
        read(file, advisor);
      } catch (UnreadableRecording | ReportRefused e) {
        problems.add(String.valueOf(e.getMessage()));
      }
    }
    if (reports.isEmpty()) {
      return null;
    }
    boolean several = MergedReport.runs(reports).size() > 1;
    Report merged = MergedReport.of(reports);
    return several && advisor != null ? merged.withFindings(advisor.findings(merged)) : merged;
  }

  private void read(Path file, @Nullable Advisor advisor)
      throws UnreadableRecording, ReportRefused {
    String name = file.toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".json")) {
      reports.add(ReportReader.read(file));
    } else if (!name.endsWith(".jfr")) {
      problems.add(file + ": expected a recording (.jfr) or a report (.json)");
    } else if (!JfrAvailability.canRead()) {
      problems.add(file + ": this Java has no module jdk.jfr and cannot read recordings");
    } else {
      for (Report report : RecordingReader.readAll(file)) {
        reports.add(advisor == null ? report : report.withFindings(advisor.findings(report)));
      }
    }
  }
}
