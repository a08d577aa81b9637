package io.mapscope.report.sarif;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mapscope.advisor.Catalogue;
import io.mapscope.advisor.Rule;
import io.mapscope.profile.Finding;
import io.mapscope.profile.FindingSamples;
import io.mapscope.profile.MapProfile;
import io.mapscope.profile.Report;
import io.mapscope.profile.ReportSamples;
import io.mapscope.profile.Site;
import io.mapscope.profile.SiteKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SarifReportTest {

  private static final Report SHOP = ReportSamples.shop().withFindings(FindingSamples.shop());

  @TempDir Path directory;

  @Test
  void finding_becomesAResultWithLevelPlaceAndFingerprint() throws Exception {
    JsonNode result = results(SHOP, SourceRoots.none()).get(0);

    assertThat(result.path("ruleId").asText()).isEqualTo("unsafe-shared-map");
    assertThat(result.path("level").asText()).isEqualTo("error");
    assertThat(result.path("rank").asDouble()).isEqualTo(100);
    assertThat(result.at("/message/text").asText())
        .startsWith("HashMap Sessions.byId is used by several threads at once.\n\nTwo threads")
        .contains("Instead: java.util.concurrent.ConcurrentHashMap (concurrent).")
        .contains("Mind: ConcurrentHashMap allows no null keys");
    assertThat(uri(result)).isEqualTo("com/acme/shop/Sessions.java");
    assertThat(result.at("/locations/0/physicalLocation/region/startLine").asInt()).isEqualTo(17);
    assertThat(result.at("/partialFingerprints/mapscopeSite~1v1").asText()).endsWith(":1");
  }

  @Test
  void callSites_areRelatedLocations() throws Exception {
    JsonNode related = results(SHOP, SourceRoots.none()).get(1).path("relatedLocations");

    assertThat(related.at("/0/physicalLocation/artifactLocation/uri").asText())
        .isEqualTo("com/acme/shop/Router.java");
    assertThat(related.at("/0/physicalLocation/region/startLine").asInt()).isEqualTo(88);
    assertThat(related.at("/0/message/text").asText()).startsWith("get hit, ");
  }

  @Test
  void rules_areThoseOfTheAdvisorAndResultsPointAtThem() throws Exception {
    JsonNode run = log(List.of(SHOP), SourceRoots.none()).at("/runs/0");
    List<String> ids = new ArrayList<>();
    run.at("/tool/driver/rules").forEach(rule -> ids.add(rule.path("id").asText()));

    assertThat(ids).isEqualTo(Catalogue.rules().stream().map(Rule::id).toList());
    assertThat(run.at("/results/0/ruleIndex").asInt()).isEqualTo(ids.indexOf("unsafe-shared-map"));
    assertThat(run.at("/tool/driver/rules/0/defaultConfiguration/level").asText())
        .isEqualTo("error");
  }

  @Test
  void sourceRoot_thatHasTheClass_givesThePathOfItsFile() throws Exception {
    Path file = directory.resolve("shop/src/main/kotlin/com/acme/shop/Sessions.kt");
    Files.createDirectories(file.getParent());
    Files.createFile(file);
    List<String> problems = new ArrayList<>();
    Path empty = Files.createDirectories(directory.resolve("src/main/java"));
    SourceRoots roots =
        SourceRoots.of(directory, List.of(empty, Path.of("shop/src/main/kotlin")), problems);

    JsonNode results = results(SHOP, roots);

    assertThat(problems).isEmpty();
    assertThat(uri(results.get(0))).isEqualTo("shop/src/main/kotlin/com/acme/shop/Sessions.kt");
    assertThat(uri(results.get(1))).isEqualTo("com/acme/shop/Routes.java");
  }

  @Test
  void sourceRoot_nestedClassAndKotlinFileClass_areFoundInTheirFile() throws Exception {
    Files.createFile(directory.resolve("Table.java"));
    Files.createFile(directory.resolve("Tools.kt"));
    SourceRoots roots = SourceRoots.of(directory, List.of(Path.of("")), new ArrayList<>());

    assertThat(roots.pathOf("Table$Row$1")).isEqualTo("Table.java");
    assertThat(roots.pathOf("ToolsKt")).isEqualTo("Tools.kt");
    assertThat(roots.pathOf("../Elsewhere")).doesNotStartWith("/");
    assertThat(roots.pathOf("a\0b")).isEqualTo("a\0b.java");
  }

  @Test
  void sourceRoots_thatAreNone_areProblems() {
    List<String> problems = new ArrayList<>();
    SourceRoots.of(directory, List.of(Path.of("none"), Path.of("/")), problems);

    assertThat(problems)
        .containsExactly(
            "--source-root none: expected a directory, there is none",
            "--source-root /: lies outside of "
                + directory
                + ", which the paths in the report are relative to");
  }

  @Test
  void fingerprint_staysWhenTheLineMoves_andTellsLikeFindingsApart() {
    MapProfile map = ReportSamples.shop().maps().get(1);
    Site moved =
        new Site("com.acme.shop.Sessions", "<init>", 99, map.site().field(), SiteKind.ALLOCATION);
    Finding finding = FindingSamples.shop().get(0);
    Fingerprints fingerprints = new Fingerprints();
    String first = fingerprints.next(finding, map);

    assertThat(new Fingerprints().next(finding, withSite(map, moved))).isEqualTo(first);
    assertThat(fingerprints.next(finding, map)).isEqualTo(first.replace(":1", ":2"));
  }

  @Test
  void path_withAnythingInIt_isARelativeUri() {
    assertThat(Place.encoded("a b/C:é#?%.java")).isEqualTo("a%20b/C%3A%C3%A9%23%3F%25.java");
  }

  @Test
  void severalReports_areRunsOfOneLog() throws Exception {
    assertThat(log(List.of(SHOP, ReportSamples.empty()), SourceRoots.none()).path("runs"))
        .hasSize(2);
  }

  private static MapProfile withSite(MapProfile map, Site site) {
    return new MapProfile(
        map.id(),
        map.mapClass(),
        map.wraps(),
        site,
        map.instances(),
        map.entries(),
        map.entriesGrowthPerSecond(),
        map.capacity(),
        map.threads(),
        map.coverage(),
        map.operations(),
        map.traversedEntries(),
        map.misuse());
  }

  private static String uri(JsonNode result) {
    return result.at("/locations/0/physicalLocation/artifactLocation/uri").asText();
  }

  private static JsonNode results(Report report, SourceRoots roots) throws Exception {
    return log(List.of(report), roots).at("/runs/0/results");
  }

  private static JsonNode log(List<Report> reports, SourceRoots roots) throws Exception {
    StringBuilder text = new StringBuilder();
    SarifReport.write(reports, roots, text);
    return new ObjectMapper().readTree(text.toString());
  }
}
