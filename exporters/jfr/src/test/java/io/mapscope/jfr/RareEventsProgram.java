package io.mapscope.jfr;

import jdk.jfr.FlightRecorder;

/** Meets rare facts in a JVM that nobody records, and says whether Flight Recorder woke up. */
final class RareEventsProgram {

  private RareEventsProgram() {}

  public static void main(String[] args) {
    MapRef map = new MapRef("m", "java.util.HashMap", null, "com.acme.Main.main:3");
    RareEvents.unsafeAccess(map, null, null, null);
    RareEvents.copy(map, null, "HashMap.<init>", 1, 1, 0, 1_000_000_000);
    System.out.println(FlightRecorder.isInitialized());
  }
}
