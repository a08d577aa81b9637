package io.mapscope.advisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What every rule owes its readers. */
final class CatalogueTest {

  @Test
  void rules_haveIdsOfTheirOwn() {
    assertThat(Catalogue.rules()).extracting(Rule::id).doesNotHaveDuplicates();
  }

  @Test
  void rules_nameTheirSources_andWhyTheirThresholds() {
    for (Rule rule : Catalogue.rules()) {
      assertThat(rule.title()).as(rule.id()).isNotBlank();
      assertThat(rule.sources()).as(rule.id()).isNotEmpty();
      assertThat(rule.thresholds()).as(rule.id()).isNotEmpty();
      for (Threshold threshold : rule.thresholds()) {
        assertThat(threshold.rule()).isEqualTo(rule.id());
        assertThat(threshold.name()).matches("[a-z]+(-[a-z]+)*");
        assertThat(threshold.why()).isNotBlank();
      }
    }
  }

  @Test
  void thresholds_haveKeysOfTheirOwn() {
    List<String> keys =
        Catalogue.rules().stream()
            .flatMap(rule -> rule.thresholds().stream())
            .map(Threshold::key)
            .toList();

    assertThat(keys).doesNotHaveDuplicates();
  }
}
