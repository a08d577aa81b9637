package io.mapscope.jfr;

import io.mapscope.profile.MapProfile;
import io.mapscope.profile.Report;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The events that one report was written as, as far as they have been read. */
final class EventSet {

  private final TreeMap<Integer, MapProfile> mapsByPosition = new TreeMap<>();
  private @Nullable EventFields agent;

  void addMap(EventFields event) {
    mapsByPosition.put(event.integer("position"), MapStatisticsMapping.read(event));
  }

  void addAgent(EventFields event) {
    agent = event;
  }

  /** The report, or null while events are missing. */
  @Nullable Report report() {
    if (agent == null || agent.integer("mapEvents") != mapsByPosition.size()) {
      return null;
    }
    return AgentStatisticsMapping.read(agent, List.copyOf(mapsByPosition.values()));
  }
}
