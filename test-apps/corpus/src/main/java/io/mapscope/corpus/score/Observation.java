package io.mapscope.corpus.score;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a child JVM left.
 *
 * @param findings what the agent found
 * @param failure why the run does not count as one, or null: the program or the agent failed
 */
record Observation(List<Observed> findings, @Nullable String failure) {
  static Observation failed(String failure) {
    return new Observation(List.of(), failure);
  }
}
