package io.mapscope.othermaps.programs;

import java.util.Map;
import org.springframework.util.ConcurrentReferenceHashMap;

/** Spring's map of soft references. */
public final class SpringMap {
  static final Map<Integer, String> MAP = new ConcurrentReferenceHashMap<>();

  private SpringMap() {}

  public static void main(String[] args) throws Exception {
    Workload.run("MAP", new MapUse(MAP));
  }
}
