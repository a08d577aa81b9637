package io.mapscope.jfr;

import io.mapscope.profile.Operation;
import io.mapscope.profile.OperationCounts;
import io.mapscope.profile.UntrackedMaps;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Untracked maps as one text, a line per reason, and back: {@code jdk-internal <tab> 812 <tab>
 * getHit=120000 <tab> putNew=900 <tab>}.
 */
final class UntrackedText {

  private static final int FIRST_OPERATION = 2;

  private UntrackedText() {}

  static String join(List<UntrackedMaps> untracked) {
    StringBuilder text = new StringBuilder();
    for (UntrackedMaps maps : untracked) {
      text.append(Lines.join(parts(maps), '\t')).append('\n');
    }
    return text.toString();
  }

  /**
   * The inverse of {@link #join}.
   *
   * @throws IllegalArgumentException when {@code text} is none that {@link #join} makes
   */
  static List<UntrackedMaps> split(String text) {
    List<UntrackedMaps> untracked = new ArrayList<>();
    for (String line : Lines.rawLines(text, '\n')) {
      List<String> parts = Lines.split(line, '\t');
      if (parts.size() < FIRST_OPERATION) {
        throw new IllegalArgumentException("untracked maps without reason or figure");
      }
      OperationCounts operations = operations(parts.subList(FIRST_OPERATION, parts.size()));
      untracked.add(new UntrackedMaps(parts.get(0), Long.parseLong(parts.get(1)), operations));
    }
    return untracked;
  }

  private static List<String> parts(UntrackedMaps maps) {
    List<String> parts = new ArrayList<>();
    parts.add(maps.reason());
    parts.add(Long.toString(maps.mapsCreated()));
    for (Operation operation : Operation.values()) {
      long count = maps.operations().get(operation);
      if (count != 0) {
        parts.add(operation.jsonName() + "=" + count);
      }
    }
    return parts;
  }

  private static OperationCounts operations(List<String> parts) {
    Map<Operation, Long> counts = new EnumMap<>(Operation.class);
    for (String part : parts) {
      int equals = part.indexOf('=');
      if (equals < 0) {
        throw new IllegalArgumentException("untracked maps with an operation without figure");
      }
      Operation operation = Operation.ofJsonName(part.substring(0, equals));
      counts.put(operation, Long.parseLong(part.substring(equals + 1)));
    }
    return OperationCounts.of(counts);
  }
}
