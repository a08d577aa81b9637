package io.mapscope.advisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

final class SnippetsTest {

  @Test
  void text_ofASnippet_isThePartBetweenTheMarkersWithoutIndentation() {
    assertThat(Snippets.text("ConcurrentSet"))
        .isEqualTo(
            """
            private final Set<String> seen = ConcurrentHashMap.newKeySet();

            boolean isFirst(String id) {
              return seen.add(id); // tells and remembers in one step
            }""");
  }

  @Test
  void text_unknownName_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Snippets.text("NoSuchSnippet"))
        .withMessageContaining("NoSuchSnippet");
  }
}
