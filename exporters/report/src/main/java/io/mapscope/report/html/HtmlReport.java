package io.mapscope.report.html;

import io.mapscope.profile.Report;
import io.mapscope.profile.json.ReportJson;
import io.mapscope.profile.text.Printable;
import io.mapscope.report.TextReport;
import io.mapscope.report.comparison.Comparison;
import io.mapscope.report.comparison.ComparisonJson;
import io.mapscope.report.comparison.ComparisonText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * The report page: one file that shows a report in a browser, without any network.
 *
 * <p>The template has a mark for each of the title, the text report and the JSON; the JSON stands
 * in a script element of a type that browsers do not run, and the page's policy lets them run no
 * other script than the template's own.
 */
public final class HtmlReport {

  private static final String TEMPLATE = "page.html";
  private static final String TITLE = "<!--title-->";
  private static final String TEXT = "<!--text-->";
  private static final String REPORT = "<!--report-->";

  private HtmlReport() {}

  /** What stands in the script element; goes through escapes on its way. */
  private interface Data {
    void write(Appendable out) throws IOException;
  }

  /** Writes the page of {@code report}. */
  public static void write(Report report, Appendable out) throws IOException {
    Data data = json -> ReportJson.writeCompact(report, json);
    write(title("Mapscope report", report), TextReport.render(report), data, out);
  }

  /** Writes the page of {@code comparison}. */
  public static void write(Comparison comparison, Appendable out) throws IOException {
    String title = title("Mapscope comparison", comparison.after());
    Data data = json -> ComparisonJson.writeCompact(comparison, json);
    write(title, ComparisonText.render(comparison), data, out);
  }

  private static void write(String title, String text, Data data, Appendable out)
      throws IOException {
    String page = template();
    int titleAt = mark(page, TITLE);
    int textAt = mark(page, TEXT);
    int dataAt = mark(page, REPORT);
    out.append(page, 0, titleAt);
    Escapes.text(out).append(title);
    out.append(page, titleAt + TITLE.length(), textAt);
    Escapes.text(out).append(text);
    out.append(page, textAt + TEXT.length(), dataAt);
    data.write(Escapes.json(out));
    out.append(page, dataAt + REPORT.length(), page.length());
  }

  private static String title(String kind, Report report) {
    String main = Printable.of(report.jvm().mainClass());
    return main.isEmpty() ? kind : kind + " of " + main;
  }

  private static String template() throws IOException {
    try (InputStream in = HtmlReport.class.getResourceAsStream(TEMPLATE)) {
      return new String(
          Objects.requireNonNull(in, TEMPLATE).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static int mark(String page, String mark) {
    int at = page.indexOf(mark);
    if (at < 0 || at != page.lastIndexOf(mark)) {
      throw new IllegalStateException("the page's template must have one " + mark);
    }
    return at;
  }
}
