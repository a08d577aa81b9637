package io.mapscope.advisor;

import io.mapscope.profile.MapFacts;
import io.mapscope.profile.MapProfile;

/** A part of a profile that may not have been recorded; a rule that needs it waits until it is. */
public enum Fact {
  /** Waiting for the maps. */
  CONTENTION("contention"),
  /** Waits for monitors, known from the second thread on and where there is Flight Recorder. */
  MONITOR_WAITS("waits for monitors"),
  /** Whether callers hold a lock of their own. */
  EXTERNAL_LOCK("locks held around the map"),
  /** Durations of operations. */
  LATENCY("durations"),
  /** The keys used most. */
  HOT_KEYS("hot keys"),
  /** What the maps allocate and hold. */
  ALLOCATION("allocation"),
  /** Copies made of the maps. */
  COPIES("copies"),
  /** What serialized the maps. */
  SERIALIZATIONS("serializations"),
  /** Where operations come from. */
  CALL_SITES("call sites"),
  /** What the maps look like inside. */
  SHAPE("shape"),
  /** What the maps are by construction. */
  NATURE("the maps' construction"),
  /** Size in the course of time. */
  HISTORY("growth"),
  /** The maps one by one. */
  LIVES("the maps' single lives"),
  /** How keys spread over bins. */
  SPREAD("the spread of keys"),
  /** Look-ups followed by writes of the same key. */
  COMPOUND_RACES("look-ups followed by writes");

  private final String words;

  Fact(String words) {
    this.words = words;
  }

  /** What it is called in a sentence. */
  public String words() {
    return words;
  }

  /** Whether it was recorded about {@code map}. */
  public boolean isKnownOf(MapProfile map) {
    MapFacts facts = map.facts();
    return switch (this) {
      case CONTENTION -> facts.contention() != null;
      case MONITOR_WAITS -> facts.contention() != null && facts.contention().monitor() != null;
      case EXTERNAL_LOCK -> facts.externalLock() != null;
      case LATENCY -> facts.latency() != null;
      case HOT_KEYS -> facts.hotKeys() != null;
      case ALLOCATION -> facts.allocation() != null;
      case COPIES -> facts.copies() != null;
      case SERIALIZATIONS -> facts.serializations() != null;
      case CALL_SITES -> facts.callSites() != null;
      case SHAPE -> facts.shape() != null;
      case NATURE -> facts.nature() != null;
      case HISTORY -> facts.history() != null;
      case LIVES -> facts.lives() != null;
      case SPREAD -> facts.spread() != null;
      case COMPOUND_RACES -> map.misuse().checkThenAct() != MapFacts.UNKNOWN;
    };
  }
}
