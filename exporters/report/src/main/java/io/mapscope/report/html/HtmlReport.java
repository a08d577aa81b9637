package io.mapscope.report.html;

import io.mapscope.profile.Report;
import io.mapscope.profile.json.ReportJson;
import io.mapscope.profile.text.Printable;
import io.mapscope.report.TextReport;
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

  /** Writes the page of {@code report}. */
  public static void write(Report report, Appendable out) throws IOException {
    String page = template();
    int title = mark(page, TITLE);
    int text = mark(page, TEXT);
    int json = mark(page, REPORT);
    out.append(page, 0, title);
    Escapes.text(out).append(title(report));
    out.append(page, title + TITLE.length(), text);
    Escapes.text(out).append(TextReport.render(report));
    out.append(page, text + TEXT.length(), json);
    ReportJson.writeCompact(report, Escapes.json(out));
    out.append(page, json + REPORT.length(), page.length());
  }

  private static String title(Report report) {
    String main = Printable.of(report.jvm().mainClass());
    return main.isEmpty() ? "Mapscope report" : "Mapscope report of " + main;
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
