package io.mapscope.benchmarks.scaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TableTest {
  @Test
  void print_numbersAndTexts_isMarkdownThatSaysItsKind() {
    final Table table = Table.of("sites", Table.Kind.COMPUTED, "Heap", "sites", "MB");
    table.add(10_000, 1.234);
    table.add("more", 12.34);
    final ByteArrayOutputStream out = new ByteArrayOutputStream();
    table.print(new PrintStream(out, true, StandardCharsets.UTF_8));
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("Heap (computed)", "| sites | MB |", "| 10,000 | 1.23 |", "| more | 12.3 |");
  }

  @Test
  void perFurther_secondRow_isTheSlopeSinceTheFirst() {
    final Table table = Table.of("sites", Table.Kind.MEASURED, "Heap", "sites", "MB");
    assertThat(table.perFurther("sites", 10, "MB", 5, 1)).isEqualTo("-");
    table.add(10, 5.0);
    assertThat(table.perFurther("sites", 20, "MB", 25, 100)).isEqualTo(200.0);
  }

  @Test
  void add_tooFewCells_isRefused() {
    final Table table = Table.of("sites", Table.Kind.MEASURED, "Heap", "sites", "MB");
    assertThatThrownBy(() -> table.add(1)).hasMessageContaining("1 cells for the 2 columns");
  }
}
