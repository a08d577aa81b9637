package io.mapscope.runtime.options;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class OptionDocsTest {
  @Test
  void docs_everyOption_isThereWithDefaultAndMeaning() throws Exception {
    String page = Files.readString(Path.of(System.getProperty("docs"), "options.md"));

    for (OptionKey option : OptionKey.values()) {
      if (option.isReserved()) {
        assertThat(page).contains("`" + option.key() + "`").doesNotContain("| `" + option.key());
      } else {
        String defaultValue = Objects.requireNonNullElse(option.defaultValue(), "none");
        assertThat(page)
            .contains(
                "| `" + option.key() + "` | " + defaultValue + " | " + option.meaning() + " |");
      }
    }
  }
}
