package io.mapscope.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapscope.profile.FindingSamples;
import io.mapscope.profile.Report;
import io.mapscope.profile.ReportSamples;
import io.mapscope.profile.SiteKind;
import io.mapscope.profile.json.ReportJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DocumentTest {

  private static final Path DOCUMENT = Path.of("..", "..", "docs", "report.md");
  private static final Report ADVISED = ReportSamples.shop().withFindings(FindingSamples.shop());
  private static final Pattern PROPERTY = Pattern.compile("\"(\\w+)\": ");

  @Test
  void everyProperty_isExplained() throws IOException {
    Set<String> properties =
        PROPERTY
            .matcher(ReportJson.toJson(ADVISED))
            .results()
            .map(match -> match.group(1))
            .collect(Collectors.toSet());
    String document = Files.readString(DOCUMENT);

    assertThat(properties)
        .hasSizeGreaterThan(50)
        .allSatisfy(property -> assertThat(document).contains("`" + property + "`"));
  }

  @Test
  void everySiteKind_isExplained() throws IOException {
    String document = Files.readString(DOCUMENT);

    assertThat(Stream.of(SiteKind.values()).map(SiteKind::jsonName))
        .allSatisfy(kind -> assertThat(document).contains("`" + kind + "`"));
  }

  @Test
  void exampleOfTheText_isGenuine() throws IOException {
    assertThat(Files.readString(DOCUMENT)).contains("```\n" + TextReport.render(ADVISED) + "```");
  }
}
