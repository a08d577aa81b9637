package io.mapscope.cli;

import io.mapscope.advisor.Catalogue;
import io.mapscope.advisor.Limits;
import io.mapscope.advisor.Rule;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code rules}: what the advisor looks for, by which thresholds, and where that is from. */
@Command(
    name = "rules",
    description = "Lists the rules of the advisor, their thresholds and sources.",
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class)
final class RulesCommand implements Callable<Integer> {

  /** What the name of a system property begins with that overrides a threshold. */
  static final String PROPERTY_PREFIX = Limits.PROPERTY_PREFIX;

  /** At most one of these. */
  static final class Format {
    @Option(names = "--json", description = "print them as JSON")
    private boolean json;

    @Option(names = "--markdown", description = "print them as the page docs/rules.md")
    private boolean markdown;
  }

  @ArgGroup private Format format = new Format();

  @SuppressWarnings("NullAway.Init") // picocli sets it
  @Spec
  private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    List<Rule> rules = Catalogue.rules();
    if (format.json) {
      out.print(RulesJson.of(rules));
    } else if (format.markdown) {
      out.print(RulesMarkdown.of(rules));
    } else {
      out.print(RulesText.of(rules));
    }
    return ExitStatus.FINE;
  }
}
