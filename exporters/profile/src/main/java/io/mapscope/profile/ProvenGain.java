package io.mapscope.profile;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a replay of the recorded operations has measured for the map of a finding: the recorded form
 * beside forms that could take its place.
 *
 * @param advised name of the candidate that is what the finding advises, or null when none is
 * @param threads that replayed
 * @param entries held by the map during the replay
 * @param seed of all that was drawn by lot: the same seed gives the same operations
 * @param rounds in which each form took its turn
 * @param complete whether it came to its end; false when it was interrupted
 * @param measuredOn JDK, processors and garbage collector of the replay
 * @param candidates the baseline first, the others by rank
 * @param reproduced what the replay has in common with what was recorded
 * @param notReproduced what it has not, and what was assumed instead
 * @param otherMachine what differs between the JVM that was recorded and the one that replayed
 */
public record ProvenGain(
    @Nullable String advised,
    int threads,
    long entries,
    long seed,
    int rounds,
    boolean complete,
    String measuredOn,
    List<ProvenCandidate> candidates,
    List<String> reproduced,
    List<String> notReproduced,
    List<String> otherMachine) {

  /** Checks ranges and copies the lists. */
  public ProvenGain {
    Require.nonNegative(threads, "provenGain.threads");
    Require.nonNegative(entries, "provenGain.entries");
    Require.nonNegative(rounds, "provenGain.rounds");
    Objects.requireNonNull(measuredOn, "provenGain.measuredOn");
    candidates = List.copyOf(candidates);
    reproduced = List.copyOf(reproduced);
    notReproduced = List.copyOf(notReproduced);
    otherMachine = List.copyOf(otherMachine);
  }

  /** The form that the others are held against, or null when there is none. */
  public @Nullable ProvenCandidate baseline() {
    for (ProvenCandidate candidate : candidates) {
      if (candidate.verdict() == ProvenVerdict.BASELINE) {
        return candidate;
      }
    }
    return null;
  }

  /** The candidate that the finding advises, or null. */
  public @Nullable ProvenCandidate advisedCandidate() {
    for (ProvenCandidate candidate : candidates) {
      if (candidate.name().equals(advised)) {
        return candidate;
      }
    }
    return null;
  }

  /** The same for a finding that advises another candidate. */
  public ProvenGain advising(@Nullable String name) {
    return new ProvenGain(
        name,
        threads,
        entries,
        seed,
        rounds,
        complete,
        measuredOn,
        candidates,
        reproduced,
        notReproduced,
        otherMachine);
  }
}
