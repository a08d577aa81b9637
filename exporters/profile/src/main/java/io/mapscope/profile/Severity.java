package io.mapscope.profile;

/** How serious a finding is; in rising order, so that {@code compareTo} ranks. */
public enum Severity {
  /** An opportunity: nothing is wrong, something could be better. */
  INFO("info"),
  /** A measured cost, or a danger that has not struck yet. */
  WARNING("warning"),
  /** Proven misuse. */
  ERROR("error");

  private final String jsonName;

  Severity(String jsonName) {
    this.jsonName = jsonName;
  }

  /** The name in the report JSON, in events and on the command line. */
  public String jsonName() {
    return jsonName;
  }

  /** Whether this is as serious as {@code other} or more so. */
  public boolean isAtLeast(Severity other) {
    return compareTo(other) >= 0;
  }

  /**
   * The severity with the given name.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static Severity ofJsonName(String jsonName) {
    for (Severity severity : values()) {
      if (severity.jsonName.equals(jsonName)) {
        return severity;
      }
    }
    throw new IllegalArgumentException("there is no severity \"" + jsonName + "\"");
  }
}
