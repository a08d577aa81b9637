package io.mapscope.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mapscope.profile.Report;
import io.mapscope.profile.ReportSamples;
import io.mapscope.profile.json.ReportJson;
import io.mapscope.report.TextReport;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class HtmlReportTest {

  private static final Pattern DATA =
      Pattern.compile(
          "<script type=\"application/json\" id=\"report\">(.*?)</script>", Pattern.DOTALL);

  /** A package among the licences. */
  private static final Pattern BUNDLED =
      Pattern.compile("^(@?[\\w./-]+): Copyright", Pattern.MULTILINE);

  @Test
  void embeddedReport_readBack_isTheSame() throws Exception {
    for (Report report : new Report[] {Pages.shop(), Pages.hostile(), ReportSamples.empty()}) {
      assertThat(ReportJson.read(data(page(report)))).isEqualTo(report);
    }
  }

  @Test
  void embeddedReport_hasNoCharacterThatMeansAnythingInHtml() throws Exception {
    assertThat(data(page(Pages.hostile()))).doesNotContain("<", ">", "&", "\u2028", "\u2029");
  }

  @Test
  void hostileNames_addNoElement() throws Exception {
    String page = page(Pages.hostile());

    assertThat(count(page, "<script")).isEqualTo(count(page(ReportSamples.empty()), "<script"));
    assertThat(page).doesNotContain("<img");
  }

  @Test
  void page_loadsNothing() throws Exception {
    String page = page(ReportSamples.empty());

    assertThat(page)
        .contains("default-src 'none'")
        .doesNotContainPattern("(?i)<(link|img|iframe|object|embed)[ >]")
        .doesNotContainPattern("(?i)@import|url\\(['\"]?https?:");
  }

  @Test
  void page_withoutScripts_hasTheTextReport() throws Exception {
    String text = TextReport.render(ReportSamples.shop());

    assertThat(page(ReportSamples.shop()))
        .contains(text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"))
        .contains("<title>Mapscope report of com.acme.shop.Main</title>");
  }

  @Test
  void escapes_ofPartsOfText_areThoseOfTheWhole() throws Exception {
    StringBuilder out = new StringBuilder();
    Escapes.text(out).append("a<b>c&d", 1, 6).append('<').append("\"'");

    assertThat(out).hasToString("&lt;b&gt;c&amp;&lt;\"'");
  }

  @Test
  void bill_namesEveryPackageThatThePageIsMadeWithAndItsVersion() throws Exception {
    String page = page(ReportSamples.empty());
    String licences = page.substring(page.indexOf("The report page is made with these:"));
    List<String> bundled = new ArrayList<>();
    for (Matcher it = BUNDLED.matcher(licences.substring(0, licences.indexOf("*/"))); it.find(); ) {
      bundled.add(it.group(1));
    }

    JsonNode bill = bill();

    assertThat(bundled).hasSizeGreaterThan(5);
    assertThat(bill.findValuesAsText("name")).containsExactlyInAnyOrderElementsOf(bundled);
    assertThat(bill.path("components"))
        .allMatch(it -> it.path("purl").asText().matches("pkg:npm/[^ ]+@\\d+\\.\\d+\\.\\d+.*"));
  }

  private static JsonNode bill() throws IOException {
    try (InputStream in = HtmlReport.class.getResourceAsStream("page-sbom.json")) {
      return new ObjectMapper().readTree(Objects.requireNonNull(in, "page-sbom.json"));
    }
  }

  private static String page(Report report) throws Exception {
    StringBuilder page = new StringBuilder();
    HtmlReport.write(report, page);
    return page.toString();
  }

  private static String data(String page) {
    Matcher matcher = DATA.matcher(page);
    assertThat(matcher.find()).isTrue();
    return matcher.group(1);
  }

  private static int count(String text, String part) {
    return text.split(Pattern.quote(part), -1).length - 1;
  }
}
