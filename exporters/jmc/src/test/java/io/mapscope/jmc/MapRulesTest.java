package io.mapscope.jmc;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapscope.advisor.Catalogue;
import io.mapscope.advisor.Limits;
import io.mapscope.advisor.Rule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openjdk.jmc.common.unit.UnitLookup;
import org.openjdk.jmc.common.util.TypedPreference;
import org.openjdk.jmc.flightrecorder.rules.IRule;
import org.openjdk.jmc.flightrecorder.rules.TypedResult;
import org.openjdk.jmc.flightrecorder.rules.util.JfrRuleTopics;

/** Our rules as JMC finds them, held against the advisor. */
class MapRulesTest {
  private static final Path ADVISOR = Path.of("..", "advisor", "src", "main", "java");
  private static final Pattern EVIDENCE = Pattern.compile("evidence\\(([^,;]*),");
  private static final Pattern NAME = Pattern.compile("\"(\\w+)\"");
  private static final Set<String> TEXTS =
      Set.of("format", "lock", "lookUp", "loop", "oneThread", "otherThread", "stack", "write");

  private static List<IRule> ours() {
    return Rules.all().stream().filter(MapRule.class::isInstance).toList();
  }

  @Test
  void rules_areThoseOfTheAdvisor() {
    assertThat(ours())
        .extracting(IRule::getId)
        .containsExactlyInAnyOrderElementsOf(Catalogue.rules().stream().map(Rule::id).toList());
    assertThat(ours()).hasSize(22);
  }

  @Test
  void topics_arePagesOfJmc() throws Exception {
    Set<String> topics = new TreeSet<>();
    for (var field : JfrRuleTopics.class.getFields()) {
      topics.add((String) field.get(null));
    }

    assertThat(ours()).extracting(IRule::getTopic).isSubsetOf(topics);
  }

  @Test
  void preferences_areTheThresholdsByTheNamesOfTheirProperties() {
    List<String> thresholds =
        Catalogue.rules().stream()
            .flatMap(rule -> rule.thresholds().stream())
            .map(threshold -> Limits.PROPERTY_PREFIX + threshold.key())
            .toList();

    assertThat(ours())
        .flatExtracting(IRule::getConfigurationAttributes)
        .extracting(TypedPreference::getIdentifier)
        .containsExactlyInAnyOrderElementsOf(thresholds);
  }

  @Test
  void results_haveIdsOfTheirOwn() {
    assertThat(Results.ALL).extracting(TypedResult::getIdentifier).doesNotHaveDuplicates();
  }

  @Test
  void evidence_everyFigureOfTheRules_isAResult() throws IOException {
    TreeSet<String> named = new TreeSet<>();
    try (Stream<Path> files = Files.walk(ADVISOR)) {
      files
          .filter(file -> file.toString().endsWith(".java"))
          .flatMap(MapRulesTest::evidence)
          .forEach(named::add);
    }
    named.removeAll(TEXTS);

    assertThat(EvidenceResults.NAMES).containsExactlyElementsOf(named);
  }

  private static Stream<String> evidence(Path file) {
    try {
      return EVIDENCE
          .matcher(Files.readString(file))
          .results()
          .flatMap(call -> NAME.matcher(call.group(1)).results())
          .map(name -> name.group(1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void words_leaveTheUnitToTheQuantity() {
    assertThat(EvidenceResults.words("blockedNanos")).isEqualTo("blocked");
    assertThat(EvidenceResults.words("readRatio")).isEqualTo("read ratio");
    assertThat(EvidenceResults.quantity("blockedNanos", 1_500_000L))
        .isEqualTo(UnitLookup.NANOSECOND.quantity(1_500_000L));
  }
}
