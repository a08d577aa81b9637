package io.mapscope.prove.seeds;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mapscope.prove.measure.Fork;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** What readers get of figures that are known here. */
final class SeedOutputTest {

  @TempDir Path directory;

  private static LineScores scores(String title, double... rounds) {
    LineScores scores = new LineScores(new Line(title, "for trying", "b", Map.of(), null, null));
    for (int i = 0; i < rounds.length; i++) {
      scores.add(i, new Fork.Throughput(rounds[i], 24, 1e7, 2e6, Map.of()));
    }
    return scores;
  }

  static SeedResult result() {
    LineScores base = scores("naive <one>", 100, 110, 90);
    LineScores four = scores("advised", 400, 440, 360);
    four.add(new Fork.Latencies(120, 4_500));
    LineScores refused = scores("broken");
    refused.refuse("java.lang.OutOfMemoryError | heap");
    SeedResult.Table table =
        new SeedResult.Table(
            "10 entries",
            2,
            2,
            List.of(base.against(base), four.against(base), refused.against(base)));
    return new SeedResult(
        Instant.parse("2026-11-21T20:00:00Z"),
        "JVM 17, 2 CPUs",
        List.of("-Xmx2g"),
        1.5,
        SeedPlan.of(true, 7),
        true,
        List.of(new SeedResult.Measured(Experiment.CONVERSION, List.of(table))));
  }

  @Test
  void markdown_hasRatiosIntervalsAndWhatWasNotMeasured() {
    String text = String.join("\n", SeedMarkdown.of(result()));

    assertThat(text).contains("## Between a record and a map (conversion)", "4.8 times");
    assertThat(text).contains("| advised | 400 | 5.00 ms | 4.00 | 4.00 | 4.00 | faster | 1.22 |");
    assertThat(text).contains("not measured: java.lang.OutOfMemoryError / heap");
    assertThat(text).contains("| naive <one> | 100 | 20.0 ms | - | - | - | baseline |");
    assertThat(text).doesNotContain("torn", "writes/s").contains("- advised: for trying");
  }

  @Test
  void json_hasASchemaAndEveryRound() throws Exception {
    JsonNode json = new ObjectMapper().readTree(SeedJson.of(result()));

    assertThat(json.get("schema").asInt()).isEqualTo(1);
    assertThat(json.get("seed").asLong()).isEqualTo(7);
    assertThat(json.at("/experiments/0/seedRatio").asDouble()).isEqualTo(4.8);
    JsonNode forms = json.at("/experiments/0/cases/0/forms");
    assertThat(forms).hasSize(3);
    assertThat(forms.get(1).at("/ratio/estimate").asDouble()).isBetween(3.999, 4.001);
    assertThat(forms.get(1).get("operationsPerSecond")).hasSize(3);
    assertThat(forms.get(1).get("p99Nanos").asDouble()).isEqualTo(4_500);
    assertThat(forms.get(2).get("verdict").asText()).isEqualTo("not-measured");
    assertThat(forms.get(2).has("ratio")).isFalse();
  }

  @Test
  void plot_isWellFormedWithAnIntervalForEachRatio() throws Exception {
    String svg = SeedPlot.of(result());

    Document document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    NodeList texts = document.getElementsByTagName("text");
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < texts.getLength(); i++) {
      all.append(texts.item(i).getTextContent()).append('\n');
    }
    assertThat(all).contains("naive <one>", "advised", "4.00 (4.00 - 4.00)", "seed 4.80");
    assertThat(all).contains("not measured", "10 entries", "times the operations");
    assertThat(svg).contains("prefers-color-scheme: dark").doesNotContain("http://www.w3.org/1999");
    assertThat(document.getElementsByTagName("circle").getLength()).isEqualTo(2);
  }

  @Test
  void ratiosAndTicks_smallAndLarge_areReadable() {
    assertThat(SeedMarkdown.ratio(0.00231)).isEqualTo("0.0023");
    assertThat(SeedMarkdown.ratio(0.5)).isEqualTo("0.50");
    assertThat(SeedMarkdown.ratio(290_100)).isEqualTo("290 K");
    assertThat(List.of(SeedPlot.tick(-2), SeedPlot.tick(0), SeedPlot.tick(2), SeedPlot.tick(3)))
        .containsExactly("0.01", "1", "100", "1000");
  }

  @Test
  void of_pathWithAndWithoutEnding_isAFileOrAllInADirectory() throws Exception {
    assertThat(SeedOutput.of(Path.of("a.SVG"))).containsExactly(new SeedOutput(Path.of("a.SVG")));
    Path fresh = directory.resolve("deep").resolve("er");

    for (SeedOutput output : SeedOutput.of(fresh)) {
      output.write(result());
    }

    assertThat(fresh.resolve("seeds.md")).content().startsWith("# The seeds' headline results");
    assertThat(fresh.resolve("seeds.svg")).content().startsWith("<svg");
    assertThat(Files.readString(fresh.resolve("seeds.json"))).startsWith("{").endsWith("}\n");
  }

  @Test
  void cases_ofEveryExperiment_holdDifferentFormsAgainstTheFirst() {
    for (Experiment experiment : Experiment.values()) {
      for (boolean quick : new boolean[] {true, false}) {
        List<Case> cases = experiment.cases(quick);
        assertThat(cases).isNotEmpty();
        assertThat(cases)
            .allSatisfy(
                one -> assertThat(one.lines()).doesNotHaveDuplicates().hasSizeGreaterThan(3));
        assertThat(cases.stream().map(one -> one.title() + one.threads())).doesNotHaveDuplicates();
      }
      assertThat(Experiment.of(experiment.id())).isEqualTo(experiment);
    }
  }
}
