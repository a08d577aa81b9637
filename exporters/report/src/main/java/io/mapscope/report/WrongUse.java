package io.mapscope.report;

import io.mapscope.profile.MapProfile;
import io.mapscope.profile.Misuse;
import io.mapscope.profile.text.Figures;
import io.mapscope.profile.text.Names;
import java.util.ArrayList;
import java.util.List;

/**
 * Section: maps used wrongly beyond doubt: shared although their class forbids it, raced for with
 * an update lost, changed under a traversal that threw.
 */
final class WrongUse {

  private static final String MARK = "!! ";
  private static final int SHOWN_MAPS = 20;

  private WrongUse() {}

  /** Whether the map belongs here. */
  static boolean isWrong(MapProfile map) {
    Misuse misuse = map.misuse();
    return misuse.overlaps() > 0
        || misuse.lostRaces() > 0
        || misuse.concurrentModificationExceptions() > 0;
  }

  static List<String> lines(List<MapProfile> maps) {
    List<MapProfile> wrong = maps.stream().filter(WrongUse::isWrong).toList();
    List<String> lines = new ArrayList<>();
    for (MapProfile map : wrong.subList(0, Math.min(SHOWN_MAPS, wrong.size()))) {
      lines.addAll(linesOf(map));
    }
    int more = wrong.size() - SHOWN_MAPS;
    if (more > 0) {
      lines.add(MARK + Figures.counted(more, "more map") + " like these, see below");
    }
    return lines;
  }

  private static List<String> linesOf(MapProfile map) {
    Misuse misuse = map.misuse();
    List<String> lines = new ArrayList<>();
    if (misuse.overlaps() > 0) {
      add(lines, "UNSAFE", map, overlaps(map));
    }
    if (misuse.lostRaces() > 0) {
      add(lines, "RACE", map, lostRaces(misuse));
    }
    if (misuse.concurrentModificationExceptions() > 0) {
      add(lines, "THROWN", map, exceptions(misuse));
    }
    return lines;
  }

  private static void add(List<String> lines, String word, MapProfile map, String text) {
    String line = word + ": " + Names.map(map) + ": " + text;
    lines.addAll(Paragraph.lines(MARK, MARK + "  ", line));
  }

  /** {@code 2 threads inside an unsynchronised HashMap at once: 12 times}. */
  static String overlaps(MapProfile map) {
    return "2 threads inside an unsynchronised "
        + Names.mapClass(map)
        + " at once: "
        + Figures.counted(map.misuse().overlaps(), "time");
  }

  /** {@code another thread got between a look-up and its write: 31 times}. */
  static String lostRaces(Misuse misuse) {
    return "another thread got between a look-up and its write: "
        + Figures.counted(misuse.lostRaces(), "time");
  }

  /** {@code ConcurrentModificationException: 1 time}. */
  static String exceptions(Misuse misuse) {
    return "ConcurrentModificationException: "
        + Figures.counted(misuse.concurrentModificationExceptions(), "time");
  }
}
