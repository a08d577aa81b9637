package io.mapscope.profile;

/** How sure it is that a wait belongs to a map. */
public enum Certainty {
  /** Known: the wait was observed inside the map, or the map's own lock was waited for. */
  CERTAIN("certain"),
  /** Concluded from more than one trace that agree. */
  LIKELY("likely"),
  /** Concluded from a single trace that other maps could have left, too. */
  POSSIBLE("possible");

  private final String jsonName;

  Certainty(String jsonName) {
    this.jsonName = jsonName;
  }

  /** The name in the report JSON. */
  public String jsonName() {
    return jsonName;
  }

  /**
   * The certainty with the given name.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static Certainty ofJsonName(String jsonName) {
    for (Certainty certainty : values()) {
      if (certainty.jsonName.equals(jsonName)) {
        return certainty;
      }
    }
    throw new IllegalArgumentException("there is no certainty \"" + jsonName + "\"");
  }
}
