package io.mapscope.runtime.advice;

import io.mapscope.profile.Finding;
import io.mapscope.profile.MapProfile;
import io.mapscope.profile.Report;
import io.mapscope.profile.Severity;
import io.mapscope.profile.text.Figures;
import io.mapscope.report.FindingText;
import io.mapscope.report.Findings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Findings on the console: a block when one appears, lines about all that stand when the JVM ends,
 * and nothing when there is nothing to say.
 *
 * <p>Warnings and errors get all their details, an opportunity only its headline: what is not wrong
 * shall not fill a log. No more than {@value #MOST_BLOCKS} blocks and {@value #MOST_HEADLINES}
 * headlines are told in the life of a JVM, so that neither many findings nor one that comes and
 * goes floods it; the summary has them.
 */
final class ConsoleAdvice {

  static final int MOST_BLOCKS = 20;
  static final int MOST_HEADLINES = 10;
  static final int SUMMARY_LINES = 20;
  private static final String BEFORE = "mapscope: ";
  private static final String INDENT = "  ";

  private final Consumer<String> out;
  private final Supplier<Terminal> terminal;
  private int blocks;
  private int headlines;

  /**
   * A console that has said nothing yet.
   *
   * @param out takes whole blocks, so that lines of the application do not get between theirs
   * @param terminal asked before each block
   */
  ConsoleAdvice(Consumer<String> out, Supplier<Terminal> terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  /** Tells one finding that is news. */
  void tell(Finding finding, @Nullable MapProfile map) {
    FindingText text = text(finding, map);
    if (finding.severity() == Severity.INFO) {
      print(++headlines, MOST_HEADLINES, "opportunities", text.headline(BEFORE));
    } else {
      print(++blocks, MOST_BLOCKS, "findings", text.lines(BEFORE, FindingText.Detail.COMPACT));
    }
  }

  private void print(int number, int most, String noun, List<String> lines) {
    if (number <= most) {
      print(lines);
    } else if (number == most + 1) {
      print(List.of(BEFORE + "more " + noun + " follow; they are told at exit and in reports"));
    }
  }

  private FindingText text(Finding finding, @Nullable MapProfile map) {
    Terminal now = terminal.get();
    return new FindingText(finding, map, now.columns(), now.style());
  }

  /**
   * Tells what stands at the end.
   *
   * @param withdrawn how many were told and do not hold any more
   */
  void summarise(Report last, int withdrawn) {
    List<Finding> findings = last.findings();
    if (findings.isEmpty() && withdrawn == 0) {
      return;
    }
    List<String> lines = new ArrayList<>();
    String counts = findings.isEmpty() ? "none" : Findings.counts(findings);
    lines.add(BEFORE + "findings at exit: " + counts + revoked(withdrawn));
    Map<String, MapProfile> maps = Findings.byId(last);
    for (Finding finding : findings.subList(0, Math.min(SUMMARY_LINES, findings.size()))) {
      lines.addAll(text(finding, maps.get(finding.map())).headline(INDENT));
    }
    if (findings.size() > SUMMARY_LINES) {
      lines.add(INDENT + "and " + Figures.count(findings.size() - SUMMARY_LINES) + " more");
    }
    print(lines);
  }

  private static String revoked(int withdrawn) {
    return withdrawn == 0
        ? ""
        : "; " + Figures.counted(withdrawn, "finding") + " told before no longer held";
  }

  private void print(List<String> lines) {
    out.accept(String.join(System.lineSeparator(), lines) + System.lineSeparator());
  }
}
