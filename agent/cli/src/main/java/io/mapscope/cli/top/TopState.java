package io.mapscope.cli.top;

import io.mapscope.profile.Report;
import io.mapscope.profile.text.Names;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the person looks at: the latest figures, their order, the filter, the row chosen. Used by
 * the thread of the terminal alone.
 */
final class TopState {
  private final String jvm;
  private SortKey sort;
  private String filter;
  private boolean filtering;
  private boolean paused;
  private boolean detail;
  private int selected;
  private int scroll;
  private @Nullable Report report;
  private List<TopRow> rows = List.of();

  TopState(String jvm, SortKey sort, String filter) {
    this.jvm = jvm;
    this.sort = sort;
    this.filter = filter;
  }

  /** Takes new figures in, unless they are to stand still. */
  void update(Report now) {
    if (!paused || report == null) {
      rows = TopRow.between(report, now);
      report = now;
    }
  }

  /** The rows that the filter lets through, in their order. */
  List<TopRow> rows() {
    String part = filter.toLowerCase(Locale.ROOT);
    return rows.stream().filter(row -> searched(row).contains(part)).sorted(sort.order()).toList();
  }

  private static String searched(TopRow row) {
    String text =
        Names.map(row.map()) + " " + row.map().mapClass() + " " + row.map().site().className();
    return text.toLowerCase(Locale.ROOT);
  }

  /**
   * Does what a key is for.
   *
   * @return false when it ends the command
   */
  boolean press(int key) {
    if (filtering) {
      editFilter(key);
      return true;
    }
    switch (key) {
      case 'q', Keys.INTERRUPT -> {
        return false;
      }
      case Keys.ESCAPE -> leaveDetail();
      case Keys.ENTER, '\n' -> enterDetail();
      case Keys.UP, 'k' -> move(-1);
      case Keys.DOWN, 'j' -> move(1);
      case 'p', ' ' -> paused = !paused;
      case '/' -> filtering = true;
      default -> sortBy(key);
    }
    return true;
  }

  private void sortBy(int key) {
    for (SortKey candidate : SortKey.values()) {
      if (candidate.key() == key) {
        sort = candidate;
        selected = 0;
      }
    }
  }

  private void editFilter(int key) {
    if (key == Keys.ENTER || key == '\n') {
      filtering = false;
    } else if (key == Keys.ESCAPE || key == Keys.INTERRUPT) {
      filtering = false;
      filter = "";
    } else if (key == Keys.BACKSPACE || key == Keys.DELETE) {
      filter = filter.isEmpty() ? "" : filter.substring(0, filter.length() - 1);
    } else if (key >= ' ' && key < Keys.FIRST_SPECIAL) {
      filter += (char) key;
    }
    selected = 0;
  }

  private void move(int by) {
    if (detail) {
      scroll = Math.max(0, scroll + by);
    } else {
      selected = Math.max(0, Math.min(selected + by, rows().size() - 1));
    }
  }

  private void enterDetail() {
    detail = !rows().isEmpty();
    scroll = 0;
  }

  private void leaveDetail() {
    detail = false;
  }

  String jvm() {
    return jvm;
  }

  SortKey sort() {
    return sort;
  }

  String filter() {
    return filter;
  }

  boolean isFiltering() {
    return filtering;
  }

  boolean isPaused() {
    return paused;
  }

  boolean isDetail() {
    return detail;
  }

  int selected() {
    return selected;
  }

  int scroll() {
    return scroll;
  }

  @Nullable Report report() {
    return report;
  }
}
