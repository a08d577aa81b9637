package io.mapscope.cli.top;

import io.mapscope.cli.jvm.AgentBean;
import io.mapscope.cli.jvm.Unreachable;
import io.mapscope.profile.Finding;
import io.mapscope.profile.Report;
import io.mapscope.profile.json.JsonWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** One table for scripts: the rates are those of about a second. */
public final class OnceTop {
  /** The agent makes a new report when the last is a second old. */
  private static final long APART_NANOS = 1_200_000_000L;

  private static final int COLUMNS = 140;

  private final String jvm;
  private final SortKey sort;
  private final String filter;

  public OnceTop(String jvm, SortKey sort, String filter) {
    this.jvm = jvm;
    this.sort = sort;
    this.filter = filter;
  }

  /** Looks twice, then prints. */
  public void print(AgentBean bean, PrintWriter out, boolean json) throws Unreachable, IOException {
    TopState state = new TopState(jvm, sort, filter);
    state.update(bean.report());
    long until = System.nanoTime() + APART_NANOS;
    while (System.nanoTime() < until) {
      LockSupport.parkNanos(until - System.nanoTime());
    }
    Report now = bean.report();
    state.update(now);
    if (json) {
      writeJson(now, state.rows(), out);
    } else {
      writeText(state.rows(), out);
    }
  }

  private void writeText(List<TopRow> rows, PrintWriter out) {
    TopTable table = new TopTable(COLUMNS);
    out.println(table.heading(sort));
    rows.forEach(row -> out.println(table.line(row)));
  }

  private void writeJson(Report now, List<TopRow> rows, PrintWriter out) throws IOException {
    JsonWriter json = new JsonWriter(out);
    json.open('{').name("schemaVersion").value(1);
    json.name("pid").value(now.jvm().pid()).name("mainClass").value(now.jvm().mainClass());
    json.name("generatedAt").value(now.generatedAt().toString());
    json.name("sort").value(sort.toString()).name("maps").open('[');
    for (TopRow row : rows) {
      write(json, row);
    }
    json.close(']').close('}').end();
  }

  private static void write(JsonWriter json, TopRow row) throws IOException {
    json.open('{').name("id").value(row.map().id()).name("class").value(row.map().mapClass());
    json.name("field").value(row.map().site().field());
    json.name("site").value(row.map().site().frame());
    number(json, "operationsPerSecond", row.operationsPerSecond());
    number(json, "readRatio", row.readRatio());
    number(json, "blockedRatio", row.blockedRatio());
    json.name("entries").value(row.map().entries());
    json.name("findings").open('[');
    for (Finding finding : row.findings()) {
      json.value(finding.rule());
    }
    json.close(']').close('}');
  }

  private static void number(JsonWriter json, String name, double value) throws IOException {
    json.name(name);
    if (Double.isNaN(value)) {
      json.nullValue();
    } else {
      json.value(value);
    }
  }
}
