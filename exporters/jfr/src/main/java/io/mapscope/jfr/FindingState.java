package io.mapscope.jfr;

/** Why a finding is written as an event. */
public enum FindingState {
  /** It was not there at the interval before. */
  APPEARED("appeared"),
  /** It was there, and has become more serious. */
  WORSENED("worsened"),
  /** It stands; told at the begin and end of each chunk and at the end of the JVM. */
  OPEN("open"),
  /** The facts no longer hold. */
  WITHDRAWN("withdrawn");

  private final String eventName;

  FindingState(String eventName) {
    this.eventName = eventName;
  }

  /** The name in the event. */
  public String eventName() {
    return eventName;
  }
}
