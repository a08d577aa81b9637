package io.mapscope.advisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Properties;
import org.junit.jupiter.api.Test;

final class LimitsTest {
  private static final Threshold BLOCKED =
      Catalogue.rules().stream()
          .flatMap(rule -> rule.thresholds().stream())
          .filter(it -> it.key().equals("lock-contended-map.min-blocked-threads"))
          .findFirst()
          .orElseThrow();

  @Test
  void value_overridden_isTheUsers_allOthersStay() {
    Limits limits = of("mapscope.rules.lock-contended-map.min-blocked-threads", " 0.5 ");

    assertThat(limits.value(BLOCKED)).isEqualTo(0.5);
    assertThat(Limits.standard().value(BLOCKED)).isEqualTo(BLOCKED.standard());
  }

  @Test
  void of_severalMistakes_tellsAll() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                of(
                    "mapscope.rules.lock-contended-map.min-blocked-threads",
                    "many",
                    "mapscope.rules.lock-contended-map.min-waits",
                    "-1",
                    "mapscope.rules.no-such-rule.limit",
                    "1"))
        .withMessage(
            """
            mapscope.rules.lock-contended-map.min-blocked-threads is 'many', expected a number of \
            at least 0
            mapscope.rules.lock-contended-map.min-waits is '-1', expected a number of at least 0
            mapscope.rules.no-such-rule.limit names no threshold of a rule""");
  }

  @Test
  void of_otherProperties_areNotLookedAt() {
    assertThat(of("mapscope.report", "x.json", "user.dir", "/").value(BLOCKED))
        .isEqualTo(BLOCKED.standard());
  }

  private static Limits of(String... namesAndValues) {
    Properties properties = new Properties();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      properties.setProperty(namesAndValues[i], namesAndValues[i + 1]);
    }
    return Limits.of(properties, Catalogue.rules());
  }
}
