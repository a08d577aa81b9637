package io.mapscope.profile;

/** What a replay says of one form of a map, held against the form that was recorded. */
public enum ProvenVerdict {
  /** This is the form that the others are held against. */
  BASELINE("baseline"),
  /** The whole interval of its speedup lies above 1. */
  FASTER("faster"),
  /** The whole interval of its speedup lies below 1. */
  SLOWER("slower"),
  /** The interval of its speedup holds 1: no difference was shown. */
  TIE("tie"),
  /** It gives other results for the same operations, and was not measured. */
  NOT_EQUIVALENT("not-equivalent"),
  /** It could not be measured, or not often enough for an interval. */
  NOT_MEASURED("not-measured");

  private final String jsonName;

  ProvenVerdict(String jsonName) {
    this.jsonName = jsonName;
  }

  /** The name in the report JSON. */
  public String jsonName() {
    return jsonName;
  }

  /**
   * The verdict with the given name.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static ProvenVerdict ofJsonName(String jsonName) {
    for (ProvenVerdict verdict : values()) {
      if (verdict.jsonName.equals(jsonName)) {
        return verdict;
      }
    }
    throw new IllegalArgumentException("there is no verdict \"" + jsonName + "\"");
  }
}
