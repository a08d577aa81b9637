package io.mapscope.report;

import io.mapscope.profile.AgentInfo;
import io.mapscope.profile.RefusedClass;
import io.mapscope.profile.UntrackedMaps;
import io.mapscope.profile.text.Figures;
import io.mapscope.profile.text.Names;
import io.mapscope.profile.text.Printable;
import io.mapscope.report.Table.Align;
import java.util.ArrayList;
import java.util.List;

/** Section: what the agent did, what it did not see and what it cost. */
final class AgentAccount {

  private static final String INDENT = "  ";
  private static final String DEEPER = "    ";

  private final AgentInfo agent;
  private final List<String> lines = new ArrayList<>();

  private AgentAccount(AgentInfo agent) {
    this.agent = agent;
  }

  static List<String> lines(AgentInfo agent) {
    AgentAccount account = new AgentAccount(agent);
    account.cost();
    account.losses();
    account.untracked();
    account.woven();
    account.refused();
    return account.lines;
  }

  private void cost() {
    String overhead =
        Double.isNaN(agent.overheadRatio())
            ? "not measured"
            : Figures.finePercent(agent.overheadRatio());
    lines.add("The agent");
    add("version " + agent.version() + ", budget " + agent.budget() + ", CPU overhead " + overhead);
  }

  private void losses() {
    add(
        (agent.suppressedErrors() == 0 ? "" : "!! ")
            + Figures.counted(agent.droppedRecords(), "rare fact")
            + " dropped, "
            + Figures.counted(agent.unkeptExamples(), "example")
            + " not kept, "
            + Figures.counted(agent.suppressedErrors(), "error")
            + " of its own suppressed");
  }

  private void untracked() {
    if (agent.untracked().isEmpty()) {
      return;
    }
    add("maps without a site, in no row above:");
    Table table = new Table(List.of(Align.ELASTIC, Align.RIGHT, Align.RIGHT));
    for (UntrackedMaps maps : agent.untracked()) {
      table.row(
          List.of(
              Printable.of(maps.reason()),
              Figures.counted(maps.mapsCreated(), "map"),
              Figures.counted(maps.operations().total(), "operation")));
    }
    lines.addAll(table.lines(DEEPER));
  }

  private void woven() {
    String names = String.join(", ", Names.outermost(agent.wovenClasses()));
    add("map classes observed: " + (names.isEmpty() ? "none" : names));
  }

  private void refused() {
    if (agent.refusedClasses().isEmpty()) {
      return;
    }
    add("map classes left alone:");
    for (RefusedClass refused : agent.refusedClasses()) {
      String text = Printable.of(refused.className() + ": " + refused.reason());
      lines.addAll(Paragraph.lines(DEEPER, DEEPER + INDENT, text));
    }
  }

  private void add(String text) {
    lines.addAll(Paragraph.lines(INDENT, DEEPER, Printable.of(text)));
  }
}
