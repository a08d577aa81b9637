package io.mapscope.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

class RatioPlotTest {
  @TempDir Path directory;

  /** Half and twice are equally far from 1. */
  @Test
  void plot_ofHalfAndTwice_hasThemEquallyFarFromOne() throws Exception {
    final Document svg =
        parse(
            RatioPlot.of(
                "a <machine> & more",
                "the first",
                List.of(
                    new RatioPlot.Group(
                        "group",
                        List.of(
                            new RatioPlot.Row("half", 0.5, 0.5, 0.5),
                            new RatioPlot.Row("same", 1, 1, 1),
                            new RatioPlot.Row("twice", 2, 2, 2))))));

    final NodeList dots = svg.getElementsByTagName("circle");
    assertThat(dots.getLength()).isEqualTo(3);
    assertThat(x(dots, 1) - x(dots, 0)).isPositive().isEqualTo(x(dots, 2) - x(dots, 1));
    assertThat(svg.getDocumentElement().getTextContent())
        .contains("Ratio to the first:", "a <machine> & more", "0.50 (0.50 to 0.50)");
  }

  @Test
  void plots_ofResultsWithRatios_areDrawnBesideThem() throws Exception {
    final Path file = directory.resolve("results.json");
    final String results =
        """
        {"environment": {"jdk": "17", "cpu": "c", "cores": 2, "date": "d"}, "results": [
          {"program": "shop", "quantity": "p99", "variants": [
            {"variant": "none", "ratio": null},
            {"variant": "mapscope", "ratio": {"median": 1.5, "min": 1, "max": 9},
             "interval": {"low": 1.25, "high": 1.75}}]}]}
        """;

    assertThat(Plots.drawBeside(file, new ObjectMapper().readTree(results))).isTrue();

    final String svg = Files.readString(directory.resolve("results.svg"));
    assertThat(svg).contains("Ratio to no agent:", "shop", "p99: mapscope", "1.50 (1.25 to 1.75)");
    assertThat(Plots.drawBeside(file, new ObjectMapper().readTree("{\"results\": []}"))).isFalse();
  }

  private static double x(NodeList dots, int i) {
    return Double.parseDouble(dots.item(i).getAttributes().getNamedItem("cx").getNodeValue());
  }

  private static Document parse(String svg) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
  }
}
