package io.mapscope.profile;

import java.util.List;

/** The misuses, besides overlaps, that examples are kept of; named as their counts in JSON. */
public enum MisuseKind {
  /** A look-up and then a write of the same key, as two operations. */
  CHECK_THEN_ACT("checkThenAct"),
  /** Another thread was proven to have got in between. */
  LOST_RACE("lostRaces"),
  /** A traversal during which the map was written to. */
  TORN_TRAVERSAL("tornTraversals"),
  /** A traversal that ended with a ConcurrentModificationException. */
  CONCURRENT_MODIFICATION("concurrentModificationExceptions"),
  /** A function that used the map it was computing for; counted by {@link Latency#recursions}. */
  RECURSION("recursions");

  /** The kinds that {@link Misuse} counts. */
  public static final List<MisuseKind> COUNTED =
      List.of(CHECK_THEN_ACT, LOST_RACE, TORN_TRAVERSAL, CONCURRENT_MODIFICATION);

  private final String jsonName;

  MisuseKind(String jsonName) {
    this.jsonName = jsonName;
  }

  /** The name in the report JSON. */
  public String jsonName() {
    return jsonName;
  }

  /**
   * The kind with the given name.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static MisuseKind ofJsonName(String jsonName) {
    for (MisuseKind kind : values()) {
      if (kind.jsonName.equals(jsonName)) {
        return kind;
      }
    }
    throw new IllegalArgumentException("there is no misuse \"" + jsonName + "\"");
  }
}
