package io.mapscope.profile;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One form of a map in a replay: the recorded one, or one that could take its place. What was not
 * measured is NaN, and absent in JSON.
 *
 * @param name what it is, in words a programmer would use
 * @param verdict what the replay says of it
 * @param operationsPerSecond of all threads together, mean of the rounds
 * @param speedup against the baseline; null where there are too few rounds for an interval
 * @param p50Nanos half of the sampled operations took at most this long
 * @param p99Nanos 99 of 100 sampled operations took at most this long
 * @param allocatedBytesPerOperation allocated by the map and by making what is put into it
 * @param retainedBytesPerEntry held by the map for each entry, keys and values excepted
 * @param gcPauseNanosPerSecond time spent in garbage collection for each second
 * @param differences how it behaves otherwise than the recorded form, with what was recorded of it
 * @param problem why it was not measured, or null
 */
public record ProvenCandidate(
    String name,
    ProvenVerdict verdict,
    double operationsPerSecond,
    @Nullable ProvenRatio speedup,
    double p50Nanos,
    double p99Nanos,
    double allocatedBytesPerOperation,
    double retainedBytesPerEntry,
    double gcPauseNanosPerSecond,
    List<String> differences,
    @Nullable String problem) {

  /** Copies the list. */
  public ProvenCandidate {
    Objects.requireNonNull(name, "candidates.name");
    Objects.requireNonNull(verdict, "candidates.verdict");
    differences = List.copyOf(differences);
  }

  /** A form that was not measured, and why. */
  public static ProvenCandidate unmeasured(
      String name, ProvenVerdict verdict, List<String> differences, @Nullable String problem) {
    double no = Double.NaN;
    return new ProvenCandidate(name, verdict, no, null, no, no, no, no, no, differences, problem);
  }
}
