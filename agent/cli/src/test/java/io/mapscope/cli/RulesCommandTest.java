package io.mapscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapscope.advisor.Catalogue;
import io.mapscope.advisor.Rule;
import io.mapscope.advisor.Threshold;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class RulesCommandTest {

  private static final Path PAGE = Path.of("..", "..", "docs", "rules.md");

  @Test
  void text_namesEveryRuleWithItsThresholdsAndSources() {
    Run run = Run.of("rules");

    assertThat(run.status()).isZero();
    assertThat(run.err()).isEmpty();
    String words = run.out().replaceAll("\\s+", " ");
    for (Rule rule : Catalogue.rules()) {
      assertThat(words)
          .contains(rule.id() + " (" + RulesText.severities(rule) + ") " + rule.title());
      for (Threshold threshold : rule.thresholds()) {
        assertThat(words).contains(threshold.name() + " = " + RulesText.standard(threshold) + " ");
      }
    }
    assertThat(run.out().lines()).allMatch(line -> line.length() <= 120);
  }

  @Test
  void json_hasEveryThresholdWithItsProperty() {
    Run run = Run.of("rules", "--json");

    assertThat(run.status()).isZero();
    assertThat(run.out()).startsWith("{\n  \"rules\": [");
    for (Rule rule : Catalogue.rules()) {
      assertThat(run.out()).contains("\"id\": \"" + rule.id() + "\"");
      for (Threshold threshold : rule.thresholds()) {
        assertThat(run.out()).contains("\"property\": \"mapscope.rules." + threshold.key() + "\"");
      }
    }
  }

  @Test
  void page_isWhatTheCommandGives() throws IOException {
    assertThat(Files.readString(PAGE))
        .as("docs/rules.md; docs/contributing.md says how to make it anew")
        .isEqualTo(Run.of("rules", "--markdown").out());
  }
}
