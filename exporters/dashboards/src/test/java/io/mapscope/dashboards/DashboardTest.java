package io.mapscope.dashboards;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The dashboard's form, and that it and the rules name nothing that the catalogue has not. */
class DashboardTest {
  private static final Pattern NAME = Pattern.compile("(?<![:\\w])mapscope_\\w+");
  private static final Pattern RATE = Pattern.compile("\\brate\\([^\\[]*\\[([^\\]]*)\\]");

  @Test
  void dashboard_isOneThatProvisioningTakes() throws IOException {
    JsonNode json = Dashboard.read().json();

    assertThat(json.get("id").isNull()).isTrue();
    assertThat(json.get("uid").asText()).isEqualTo("mapscope-maps");
    assertThat(json.has("__inputs")).isFalse();
    assertThat(json.get("templating").get("list").get(0).get("type").asText())
        .isEqualTo("datasource");
  }

  @Test
  void panels_sayWhatTheyShowInWhichUnit() throws IOException {
    Set<String> ids = new TreeSet<>();
    for (JsonNode panel : Dashboard.read().panels()) {
      String title = panel.get("title").asText();
      assertThat(panel.get("description").asText()).as(title).isNotBlank();
      assertThat(panel.at("/fieldConfig/defaults/unit").asText()).as(title).isNotBlank();
      assertThat(panel.get("targets")).as(title).isNotEmpty();
      assertThat(ids.add(panel.get("id").asText())).as(title).isTrue();
    }
  }

  @Test
  void dataSources_areTheVariable() throws IOException {
    for (JsonNode source : Dashboard.read().json().findValues("datasource")) {
      assertThat(source.get("uid").asText()).isEqualTo("${datasource}");
    }
  }

  @Test
  void rates_goByGrafanasInterval() throws IOException {
    for (Dashboard.Query query : Dashboard.read().queries()) {
      assertThat(RATE.matcher(query.expression()).results().map(it -> it.group(1)))
          .as(query.panel())
          .allMatch("$__rate_interval"::equals);
    }
  }

  @Test
  void everyName_isInTheCatalogue() throws IOException {
    Set<String> known = new TreeSet<>(PrometheusNames.series());
    known.addAll(PrometheusNames.labels());

    for (String file :
        new String[] {
          Dashboard.FILE.toString(),
          "prometheus/mapscope-rules.yml",
          "prometheus/mapscope-alerts.yml",
          "prometheus/tests.yml"
        }) {
      assertThat(names(Path.of(file))).as(file).isNotEmpty().isSubsetOf(known);
    }
  }

  @Test
  void everyMetric_isOnTheDashboard() throws IOException {
    Set<String> shown = names(Dashboard.FILE);

    assertThat(PrometheusNames.series())
        .filteredOn(name -> !name.endsWith("_count") && !name.endsWith("_sum"))
        .allSatisfy(name -> assertThat(shown).contains(name));
  }

  private static Set<String> names(Path file) throws IOException {
    Set<String> names = new TreeSet<>();
    NAME.matcher(Files.readString(file)).results().forEach(it -> names.add(it.group()));
    return names;
  }
}
