package io.mapscope.cli;

import io.mapscope.profile.Finding;
import io.mapscope.profile.Report;
import io.mapscope.profile.Severity;
import io.mapscope.profile.text.Printable;
import io.mapscope.report.Findings;
import io.mapscope.report.ReportRefused;
import io.mapscope.report.ReportWriter;
import io.mapscope.report.comparison.Comparison;
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
        "those of several JVMs become one report"
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

  @Option(names = "--json", description = "print the report as JSON")
  private boolean json;

  @Option(
      names = "--baseline",
      paramLabel = "FILE",
      description = {
        "compare with this recording or report: what got better, what got worse; may be given",
        "several times; with --fail-on only findings that are new or graver count"
      })
  private List<Path> baseline = new ArrayList<>();

  @Option(
      names = "--source-root",
      paramLabel = "DIRECTORY",
      description = {
        "directory below which source files lie by package, such as src/main/java, relative to",
        "this one; may be given several times; .sarif then names the files that are there"
      })
  private List<Path> sourceRoots = new ArrayList<>();

  @Option(
      names = "--openrewrite",
      paramLabel = "FILE",
      description = {
        "write a recipe for OpenRewrite (.yml) that mends the findings which are safe to mend,",
        "and says why the others are left"
      })
  private @Nullable Path recipe;

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
    Inputs reader = new Inputs(problems);
    Report report = reader.read(inputs);
    Report before = baseline.isEmpty() ? null : reader.read(baseline);
    List<ReportWriter> writers = writers();
    RecipeOutput recipes = RecipeOutput.to(recipe, !baseline.isEmpty(), problems);
    if (report == null || !problems.isEmpty()) {
      problems.add("nothing was written");
      return status();
    }
    Output output = before == null ? Output.of(report) : Output.of(Comparison.of(before, report));
    print(output);
    write(writers, output);
    recipes.write(report, spec.commandLine().getOut(), problems);
    return problems.isEmpty() ? verdict(output.findings()) : status();
  }

  private int verdict(List<Finding> findings) {
    Severity least = failOn;
    if (least == null) {
      return ExitStatus.FINE;
    }
    List<Finding> serious =
        findings.stream().filter(finding -> finding.severity().isAtLeast(least)).toList();
    if (serious.isEmpty()) {
      return ExitStatus.FINE;
    }
    String option = "--fail-on " + least.jsonName() + ": ";
    spec.commandLine().getErr().println("mapscope: " + option + Findings.counts(serious));
    return ExitStatus.FINDINGS;
  }

  private List<ReportWriter> writers() {
    SourceRoots sources = SourceRoots.of(Path.of(""), sourceRoots, problems);
    List<ReportWriter> writers = new ArrayList<>();
    for (Path output : outputs) {
      try {
        ReportWriter writer = ReportWriter.to(output).withSources(sources);
        if (!baseline.isEmpty() && !writer.holdsComparison()) {
          problems.add(output + ": a comparison can be written as .html, .json and .txt");
        }
        writers.add(writer);
      } catch (ReportRefused e) {
        problems.add(String.valueOf(e.getMessage()));
      }
    }
    return writers;
  }

  private void print(Output output) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.print(output.json());
    } else if (outputs.isEmpty() && recipe == null) {
      out.print(output.text());
    }
  }

  private void write(List<ReportWriter> writers, Output output) {
    for (ReportWriter writer : writers) {
      try {
        output.write(writer);
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
    problems.forEach(problem -> err.println("mapscope: " + Printable.of(problem)));
    return ExitStatus.BAD_USAGE_OR_INPUT;
  }
}
