package io.mapscope.report;

import io.mapscope.profile.MapProfile;
import java.util.ArrayList;
import java.util.List;

/** Section: maps that two threads were inside of at once although their class forbids it. */
final class UnsafeSharing {

  private static final String MARK = "!! ";
  private static final int SHOWN_MAPS = 20;

  private UnsafeSharing() {}

  static List<String> lines(List<MapProfile> maps) {
    List<MapProfile> misused = maps.stream().filter(map -> map.misuse().overlaps() > 0).toList();
    List<String> lines = new ArrayList<>();
    for (MapProfile map : misused.subList(0, Math.min(SHOWN_MAPS, misused.size()))) {
      lines.addAll(
          Paragraph.lines(MARK, MARK + "  ", "UNSAFE: " + Names.map(map) + ": " + overlaps(map)));
    }
    int more = misused.size() - SHOWN_MAPS;
    if (more > 0) {
      lines.add(MARK + "UNSAFE: " + Figures.counted(more, "more map") + " like these, see below");
    }
    return lines;
  }

  /** {@code 2 threads inside an unsynchronised HashMap at once: 12 times}. */
  static String overlaps(MapProfile map) {
    return "2 threads inside an unsynchronised "
        + Names.mapClass(map)
        + " at once: "
        + Figures.counted(map.misuse().overlaps(), "time");
  }
}
