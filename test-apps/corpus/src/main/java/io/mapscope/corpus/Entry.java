package io.mapscope.corpus;

import java.util.List;

/**
 * A program with its label read.
 *
 * @param name its name on the command line
 * @param type its class
 * @param rules ids of the rules its broken form must be found by; none when it is healthy
 * @param also ids of rules that may be found too
 * @param map the map meant: full name of its field, or full name of the method that makes it with
 *     {@code ()} behind; empty when the program is healthy
 * @param fix what its fixed form is, where that is not what a finding advises; else empty
 * @param source where the case comes from
 */
public record Entry(
    String name,
    Class<? extends CorpusProgram> type,
    List<String> rules,
    List<String> also,
    String map,
    String fix,
    String source) {

  static Entry of(Class<? extends CorpusProgram> type, Label label) {
    return new Entry(
        label.name(),
        type,
        List.of(label.rules()),
        List.of(label.also()),
        fullName(type, label.map()),
        label.fix(),
        label.source());
  }

  private static String fullName(Class<?> type, String map) {
    if (map.startsWith("$")) {
      return type.getName() + map;
    }
    return map.isEmpty() || map.contains(".") ? map : type.getName() + "." + map;
  }

  /** Whether nothing may be found. */
  public boolean healthy() {
    return rules.isEmpty();
  }

  /** Makes the program. */
  public CorpusProgram program() {
    try {
      return type.getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(type + " has no constructor that can be used", e);
    }
  }
}
