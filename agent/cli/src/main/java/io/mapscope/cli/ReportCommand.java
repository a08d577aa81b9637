package io.mapscope.cli;

import io.mapscope.profile.Finding;
import io.mapscope.profile.Report;
import io.mapscope.profile.Severity;
import io.mapscope.profile.json.ReportJson;
import io.mapscope.report.Findings;
import io.mapscope.report.ReportRefused;
import io.mapscope.report.ReportWriter;
import io.mapscope.report.TextReport;
import io.mapscope.report.sarif.SourceRoots;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code report}: reads recordings and JSON reports and writes them as reports.
 *
 * <p>Inputs and outputs are all checked before anything is written.
 */
@Command(
    name = "report",
    description = "Makes a report of recordings and of reports in JSON.",
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class)
final class ReportCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "INPUT",
      arity = "1..*",
      description = {
        "recordings (.jfr) and reports (.json);",
        "those of several JVMs are shown one after another"
      })
  private List<Path> inputs = new ArrayList<>();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = {
        "write to this file, .html, .json, .sarif or .txt; may be given several times;",
        "without it the report is printed as text"
      })
  private List<Path> outputs = new ArrayList<>();

  @Option(
      names = "--json",
      description = "print the report as JSON; takes inputs that hold one report together")
  private boolean json;

  @Option(
      names = "--source-root",
      paramLabel = "DIRECTORY",
      description = {
        "directory below which source files lie by package, such as src/main/java, relative to",
        "this one; may be given several times; .sarif then names the files that are there"
      })
  private List<Path> sourceRoots = new ArrayList<>();

  @Option(
      names = "--fail-on",
      paramLabel = "SEVERITY",
      converter = SeverityName.class,
      completionCandidates = SeverityName.Names.class,
      description = "exit status 1 if there is a finding as serious: ${COMPLETION-CANDIDATES}")
  private @Nullable Severity failOn;

  @SuppressWarnings("NullAway.Init") // picocli sets it
  @Spec
  private CommandSpec spec;

  private final List<String> problems = new ArrayList<>();

  @Override
  public Integer call() {
    List<Report> reports = new Inputs(problems).read(inputs);
    List<ReportWriter> writers = writers(reports.size());
    if (json && reports.size() > 1) {
      problems.add("--json: prints one report, the inputs hold " + reports.size());
    }
    if (!problems.isEmpty()) {
      problems.add("nothing was written");
      return status();
    }
    print(reports);
    write(writers, reports);
    return problems.isEmpty() ? verdict(reports) : status();
  }

  private int verdict(List<Report> reports) {
    Severity least = failOn;
    if (least == null) {
      return ExitStatus.FINE;
    }
    List<Finding> serious =
        reports.stream()
            .flatMap(report -> report.findings().stream())
            .filter(finding -> finding.severity().isAtLeast(least))
            .toList();
    if (serious.isEmpty()) {
      return ExitStatus.FINE;
    }
    String option = "--fail-on " + least.jsonName() + ": ";
    spec.commandLine().getErr().println("mapscope: " + option + Findings.counts(serious));
    return ExitStatus.FINDINGS;
  }

  private List<ReportWriter> writers(int reports) {
    SourceRoots sources = SourceRoots.of(Path.of(""), sourceRoots, problems);
    List<ReportWriter> writers = new ArrayList<>();
    for (Path output : outputs) {
      try {
        ReportWriter writer = ReportWriter.to(output).withSources(sources);
        if (reports > 1 && !writer.holdsSeveral()) {
          problems.add(output + ": JSON holds one report, the inputs hold " + reports);
        }
        writers.add(writer);
      } catch (ReportRefused e) {
        problems.add(String.valueOf(e.getMessage()));
      }
    }
    return writers;
  }

  private void print(List<Report> reports) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.print(ReportJson.toJson(reports.get(0)));
    } else if (outputs.isEmpty()) {
      out.print(TextReport.render(reports));
    }
  }

  private void write(List<ReportWriter> writers, List<Report> reports) {
    for (ReportWriter writer : writers) {
      try {
        writer.writeAll(reports);
      } catch (IOException e) {
        problems.add(writer.file() + ": could not be written, " + e);
      }
    }
  }

  private int status() {
    if (problems.isEmpty()) {
      return ExitStatus.FINE;
    }
    PrintWriter err = spec.commandLine().getErr();
    problems.forEach(problem -> err.println("mapscope: " + problem));
    return ExitStatus.BAD_USAGE_OR_INPUT;
  }
}
