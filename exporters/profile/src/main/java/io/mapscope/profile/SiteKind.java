package io.mapscope.profile;

/** How a {@link Site} came to stand for its maps. */
public enum SiteKind {
  /** The frame is the one that created the maps. */
  ALLOCATION("allocation"),
  /** The maps were older than their tracking; the frame is where one was first seen in use. */
  FIRST_USE("firstUse"),
  /** The one site for all maps beyond the agent's cap on sites; it has no frame. */
  OVERFLOW("overflow"),
  /** No frame could be found. */
  UNKNOWN("unknown");

  private final String jsonName;

  SiteKind(String jsonName) {
    this.jsonName = jsonName;
  }

  /** The name of this kind in the report JSON and in JFR events. */
  public String jsonName() {
    return jsonName;
  }

  /**
   * The kind with the given name.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static SiteKind ofJsonName(String jsonName) {
    for (SiteKind kind : values()) {
      if (kind.jsonName.equals(jsonName)) {
        return kind;
      }
    }
    throw new IllegalArgumentException("there is no site kind \"" + jsonName + "\"");
  }
}
