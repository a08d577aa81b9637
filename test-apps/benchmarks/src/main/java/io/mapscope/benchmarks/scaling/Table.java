package io.mapscope.benchmarks.scaling;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * One table of the answer to a question: rows of texts and numbers, and notes on how the numbers
 * grow.
 *
 * @param columns names, with the unit of their numbers
 */
public record Table(
    String question,
    Kind kind,
    String title,
    List<String> columns,
    List<List<Object>> rows,
    List<String> notes) {
  private static final double WHOLE = 1_000;
  private static final double TENTHS = 10;

  /** Where the numbers come from. */
  public enum Kind {
    /** By the real agent in a real JVM. */
    MEASURED,
    /** By running a model step by step. */
    SIMULATED,
    /** By a formula from stated inputs. */
    COMPUTED
  }

  /** An empty table. */
  public static Table of(String question, Kind kind, String title, String... columns) {
    return new Table(question, kind, title, List.of(columns), new ArrayList<>(), new ArrayList<>());
  }

  /** Adds a row, a cell for each column. */
  public void add(Object... cells) {
    if (cells.length != columns.size()) {
      throw new IllegalArgumentException(
          cells.length + " cells for the " + columns.size() + " columns of " + title);
    }
    rows.add(List.of(cells));
  }

  /** Adds a line below the table. */
  public void note(String line) {
    notes.add(line);
  }

  /** Notes how the numbers of a column grow with those of another. */
  public void noteGrowth(String of, String by) {
    final List<Double> sizes = numbers(by);
    if (sizes.stream().distinct().count() > 1) {
      note(of + ": " + LinearFit.of(sizes, numbers(of)).inWords(by));
    }
  }

  /** By how much the numbers of a column grow for each unit of another, by a straight line. */
  double slope(String of, String by) {
    return LinearFit.of(numbers(by), numbers(of)).perUnit();
  }

  /**
   * What a value grew by since the row above, for each unit that its size grew by; a dash where
   * there is no row above.
   *
   * @param scale to the unit that is wanted
   */
  Object perFurther(String by, double size, String of, double value, double scale) {
    if (rows.isEmpty()) {
      return "-";
    }
    final int last = rows.size() - 1;
    return scale * (value - numbers(of).get(last)) / (size - numbers(by).get(last));
  }

  private List<Double> numbers(String column) {
    final int place = columns.indexOf(column);
    if (place < 0) {
      throw new IllegalArgumentException("no column " + column + " in " + title);
    }
    return rows.stream().map(row -> ((Number) row.get(place)).doubleValue()).toList();
  }

  /** Prints it as Markdown. */
  public void print(PrintStream out) {
    out.printf("%n%s (%s)%n%n", title, kind.name().toLowerCase(Locale.ROOT));
    out.println("| " + String.join(" | ", columns) + " |");
    out.println(columns.stream().map(column -> "---:").collect(Collectors.joining("|", "|", "|")));
    for (final List<Object> row : rows) {
      out.println(row.stream().map(Table::text).collect(Collectors.joining(" | ", "| ", " |")));
    }
    notes.forEach(note -> out.println("- " + note));
  }

  /** Numbers with three digits that matter, or all before the point. */
  static String text(Object cell) {
    return cell instanceof Number number ? digits(number.doubleValue()) : cell.toString();
  }

  private static String digits(double number) {
    final double size = Math.abs(number);
    if (number == Math.rint(number) || size >= WHOLE / TENTHS) {
      return String.format(Locale.ROOT, "%,.0f", number);
    }
    return String.format(Locale.ROOT, size >= TENTHS ? "%.1f" : "%.2f", number);
  }
}
