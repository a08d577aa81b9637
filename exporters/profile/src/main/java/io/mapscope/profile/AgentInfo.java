package io.mapscope.profile;

import java.util.List;
import java.util.Objects;

/**
 * The agent's account of itself.
 *
 * @param version of the agent
 * @param budget the CPU it was allowed, as the user wrote it: {@code 1%}, {@code off}
 * @param coverage share of all operations that was counted, from 0 to 1
 * @param overheadRatio share of the JVM's CPU that the agent cost, 0.01 is one percent; NaN when
 *     not measured
 * @param droppedRecords what is missing from figures because a buffer was full: waits, copies,
 *     serializations, compound races
 * @param suppressedErrors errors of the agent's own that the application was shielded from
 * @param trackedMaps maps with a site, so far
 * @param sites allocation sites in use
 * @param wovenClasses binary names of the map classes that are observed
 * @param refusedClasses map classes that are not, and why
 * @param untracked maps that have no site, by reason
 * @param unkeptExamples examples, events and samples not kept because there were too many in a
 *     short time; no figure misses them
 */
public record AgentInfo(
    String version,
    String budget,
    double coverage,
    double overheadRatio,
    long droppedRecords,
    long suppressedErrors,
    long trackedMaps,
    int sites,
    List<String> wovenClasses,
    List<RefusedClass> refusedClasses,
    List<UntrackedMaps> untracked,
    long unkeptExamples) {

  /** Checks ranges and copies the lists. */
  public AgentInfo {
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(budget, "budget");
    Require.ratio(coverage, "agent.coverage");
    if (!Double.isNaN(overheadRatio)) {
      Require.nonNegative(overheadRatio, "agent.overheadRatio");
    }
    Require.nonNegative(droppedRecords, "agent.droppedRecords");
    Require.nonNegative(suppressedErrors, "agent.suppressedErrors");
    Require.nonNegative(trackedMaps, "agent.trackedMaps");
    Require.nonNegative(sites, "agent.sites");
    wovenClasses = List.copyOf(wovenClasses);
    refusedClasses = List.copyOf(refusedClasses);
    untracked = List.copyOf(untracked);
    Require.nonNegative(unkeptExamples, "agent.unkeptExamples");
  }
}
