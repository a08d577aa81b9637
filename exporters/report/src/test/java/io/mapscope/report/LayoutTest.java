package io.mapscope.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.mapscope.profile.text.Printable;
import io.mapscope.report.Table.Align;
import java.util.List;
import org.junit.jupiter.api.Test;

class LayoutTest {

  @Test
  void table_columns_areAlignedWithoutTrailingSpace() {
    Table table = new Table(List.of(Align.ELASTIC, Align.RIGHT, Align.LEFT));
    table.row(List.of("MAP", "OPS", "X"));
    table.row(List.of("a.b", "12345", ""));

    assertThat(table.lines("  ")).containsExactly("  MAP    OPS  X", "  a.b  12345");
  }

  @Test
  void table_tooWide_narrowsTheWidestFirst() {
    Table table = new Table(List.of(Align.ELASTIC, Align.ELASTIC));
    table.row(List.of("n".repeat(40), "p".repeat(100)));

    assertThat(table.lines(""))
        .containsExactly("n".repeat(40) + "  " + "p".repeat(38) + ".." + "p".repeat(38));
  }

  @Test
  void table_muchTooWide_narrowsAllElasticColumns() {
    Table table = new Table(List.of(Align.ELASTIC, Align.ELASTIC, Align.ELASTIC));
    table.row(List.of("a".repeat(500), "b", "c".repeat(500)));

    assertThat(table.lines(""))
        .singleElement()
        .satisfies(line -> assertThat(line).hasSize(120).contains("a..a", "  b  ", "c..c"));
  }

  @Test
  void table_wrongNumberOfCells_isRefused() {
    Table table = new Table(List.of(Align.ELASTIC));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> table.row(List.of("a", "b")))
        .withMessage("expected 1 cells, got 2");
  }

  @Test
  void paragraph_breaksBetweenWords() {
    String words = "word ".repeat(30).strip();

    assertThat(Paragraph.lines("- ", "    ", words))
        .containsExactly("- " + "word ".repeat(23).strip(), "    " + "word ".repeat(7).strip());
  }

  @Test
  void paragraph_wordsTogether_stayOnOneLine() {
    String text = "x".repeat(115) + " " + Paragraph.together("get hit 9 %");

    assertThat(Paragraph.lines("", "  ", text)).containsExactly("x".repeat(115), "  get hit 9 %");
  }

  @Test
  void paragraph_endlessWord_isCut() {
    assertThat(Paragraph.lines("", "", "x".repeat(5000)))
        .containsExactly("x".repeat(59) + ".." + "x".repeat(59));
  }

  @Test
  void cut_countsCodePointsAndSplitsNone() {
    String faces = "\ud83d\ude00".repeat(10);

    assertThat(Width.cut(faces, 6))
        .isEqualTo("\ud83d\ude00".repeat(2) + ".." + "\ud83d\ude00".repeat(2));
    assertThat(Width.cut(faces, 10)).isEqualTo(faces);
    assertThat(Width.cut(faces, 1)).isEqualTo(".");
  }

  @Test
  void printable_replacesWhatATerminalWouldObey() {
    assertThat(Printable.of("a\u001b[31mb\n\u0085\u202ec\ud800d\u00e9\ud83d\ude00 e"))
        .isEqualTo("a?[31mb???c?d\u00e9\ud83d\ude00 e");
  }
}
