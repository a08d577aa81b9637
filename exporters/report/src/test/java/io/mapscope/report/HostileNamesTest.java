package io.mapscope.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mapscope.profile.Finding;
import io.mapscope.profile.Fuzz;
import io.mapscope.profile.Hostile;
import io.mapscope.profile.Report;
import io.mapscope.profile.ReportSamples;
import io.mapscope.profile.json.ReportJson;
import io.mapscope.report.comparison.Comparison;
import io.mapscope.report.comparison.ComparisonJson;
import io.mapscope.report.comparison.ComparisonText;
import io.mapscope.report.html.HtmlReport;
import io.mapscope.report.sarif.SarifReport;
import io.mapscope.report.sarif.SourceRoots;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/** Names of the observed program mean nothing to a terminal, a browser or a reader of files. */
@Timeout(value = 10, unit = TimeUnit.MINUTES, threadMode = ThreadMode.SEPARATE_THREAD)
class HostileNamesTest {

  private static final int CASES = 100;
  private static final int PAGES = 25;
  private static final int COLUMNS = 100;

  /** What a terminal obeys or what makes a line look like another one. */
  private static final Pattern UNPRINTABLE =
      Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}\\p{Co}&&[^\\n]]");

  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void text_ofHostileNames_hasNoControlCharacterButLineFeeds() {
    Fuzz.cases(
        CASES,
        random -> {
          Report report = Hostile.report(random);
          Report other = Hostile.report(random);

          assertPrintable(TextReport.render(report));
          assertPrintable(ComparisonText.render(Comparison.of(other, report)));
          for (Finding finding : report.findings()) {
            FindingText text = new FindingText(finding, report.maps().get(0), COLUMNS, Style.PLAIN);
            assertPrintable(String.join("\n", text.lines("x: ", FindingText.Detail.COMPACT)));
            assertPrintable(String.join("\n", text.headline("x: ")));
          }
        });
  }

  @Test
  void page_ofHostileNames_hasTheElementsAndAttributesOfTheTemplateAlone() throws Exception {
    List<String> report = skeleton(page(ReportSamples.empty()));
    Comparison none = Comparison.of(ReportSamples.empty(), ReportSamples.empty());
    List<String> comparison = skeleton(page(none));
    Fuzz.cases(
        PAGES,
        random -> {
          Report hostile = Hostile.report(random);
          Document page = page(hostile);

          assertThat(skeleton(page)).isEqualTo(report);
          assertThat(ReportJson.read(data(page))).isEqualTo(hostile);
          assertThat(page.wholeText()).contains(TextReport.render(hostile));
          assertThat(skeleton(page(Comparison.of(Hostile.report(random), hostile))))
              .isEqualTo(comparison);
        });
  }

  @Test
  void json_ofHostileNames_isTheSameToAnotherParser() {
    Fuzz.cases(
        CASES,
        random -> {
          Report report = Hostile.report(random);
          JsonNode json = JSON.readTree(ReportJson.toJson(report));

          assertThat(ReportJson.read(JSON.writeValueAsString(json))).isEqualTo(report);
          assertThat(json.at("/maps/0/site/class").asText())
              .isEqualTo(report.maps().get(0).site().className());
          String comparison = ComparisonJson.toJson(Comparison.of(Hostile.report(random), report));
          assertThat(JSON.readTree(comparison).isObject()).isTrue();
          assertPrintableBut(comparison, "\\p{Cf}\\p{Co}");
        });
  }

  @Test
  void sarif_ofHostileNames_isValidAndLinksNowhere() {
    Fuzz.cases(
        CASES,
        random -> {
          Report report = Hostile.report(random);
          StringBuilder text = new StringBuilder();
          SarifReport.write(List.of(report), SourceRoots.none(), text);

          assertPrintableBut(text.toString(), "\\p{Cf}\\p{Co}");
          JsonNode log = JSON.readTree(text.toString());
          assertThat(log.at("/runs/0/results")).hasSameSizeAs(report.findings());
          for (JsonNode uri : log.findValues("uri")) {
            assertInside(uri.asText());
          }
          for (JsonNode result : log.at("/runs/0/results")) {
            String message = result.at("/message/text").asText();
            assertThat(message).doesNotContainPattern("(?<!\\\\)[\\[\\]]");
            assertThat(message.replace("{{", "").replace("}}", "")).doesNotContain("{", "}");
          }
        });
  }

  /** A relative reference that leads to no other host and to no directory above. */
  private static void assertInside(String uri) {
    URI parsed = URI.create(uri);
    if (!uri.startsWith("https://")) { // those are the rules' own pages
      assertThat(parsed.getScheme()).isNull();
      assertThat(parsed.getAuthority()).isNull();
      assertThat(parsed.normalize().getPath()).doesNotStartWith("/").doesNotStartWith("..");
    }
  }

  private static void assertPrintable(String text) {
    assertThat(text).doesNotContainPattern(UNPRINTABLE);
  }

  /** JSON escapes what could be obeyed; what only looks odd it leaves to its reader. */
  private static void assertPrintableBut(String text, String allowed) {
    assertThat(text.replaceAll("[" + allowed + "]", "")).doesNotContainPattern(UNPRINTABLE);
  }

  /** The names of all elements, of the elements they are in, and of their attributes. */
  private static List<String> skeleton(Document page) {
    return page.getAllElements().stream().map(HostileNamesTest::outline).toList();
  }

  private static String outline(Element element) {
    Element parent = element.parent();
    return (parent == null ? "" : parent.nodeName() + " > ")
        + element.nodeName()
        + element.attributes()
        + element.childNodes().stream().filter(it -> it.nodeName().equals("#comment")).count();
  }

  private static String data(Document page) {
    Element script = page.getElementById("report");
    assertThat(script).isNotNull();
    return script == null ? "" : script.data();
  }

  private static Document page(Report report) throws IOException {
    StringBuilder page = new StringBuilder();
    HtmlReport.write(report, page);
    return Jsoup.parse(page.toString());
  }

  private static Document page(Comparison comparison) throws IOException {
    StringBuilder page = new StringBuilder();
    HtmlReport.write(comparison, page);
    return Jsoup.parse(page.toString());
  }
}
