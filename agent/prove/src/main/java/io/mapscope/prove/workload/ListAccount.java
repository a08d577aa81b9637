package io.mapscope.prove.workload;

import io.mapscope.profile.MapProfile;
import io.mapscope.profile.text.Figures;
import java.util.ArrayList;
import java.util.List;

/**
 * What a replay of appends has in common with what was recorded, and what it has not: lines for
 * people.
 */
public final class ListAccount {

  private final List<String> reproduced = new ArrayList<>();
  private final List<String> notReproduced = new ArrayList<>();

  /** The account of {@code workload}, which was made of {@code map}. */
  public ListAccount(MapProfile map, ListWorkload workload) {
    lists(map, workload);
    threads(map, workload);
    keys(workload);
    always();
  }

  /** What is as it was recorded. */
  public List<String> reproduced() {
    return List.copyOf(reproduced);
  }

  /** What is not, or was assumed. */
  public List<String> notReproduced() {
    return List.copyOf(notReproduced);
  }

  private void lists(MapProfile map, ListWorkload workload) {
    long recorded = Workload.entriesPerMap(map);
    if (recorded == workload.keys()) {
      reproduced.add(Figures.counted(workload.keys(), "list") + " in the map");
    } else {
      notReproduced.add(
          "all "
              + Figures.counted(recorded, "list")
              + ": "
              + Figures.count(workload.keys())
              + " are made here");
    }
    notReproduced.add(
        "what is done to the collections, which was not recorded: they are taken for lists, and"
            + " each of "
            + Figures.counted(ListWorkload.appends(map), "look-up")
            + " that found or made one for one append");
    notReproduced.add(
        "how long the lists get: up to about "
            + Figures.counted(workload.valuesPerKey(), "value")
            + ", then all threads go on with a new map");
  }

  private void threads(MapProfile map, ListWorkload workload) {
    int recorded = Workload.recordedThreads(map);
    if (workload.threads() == recorded) {
      reproduced.add(Figures.counted(recorded, "thread"));
    } else {
      notReproduced.add(
          Figures.counted(recorded, "thread")
              + ": "
              + workload.threads()
              + " are what this machine's processors allow");
    }
    notReproduced.add("which thread appends and which reads: all append, nobody reads");
  }

  private void keys(ListWorkload workload) {
    int hot = workload.hotShares().size();
    if (hot > 0) {
      reproduced.add("how uneven keys are used: " + Figures.counted(hot, "hot key"));
    } else {
      notReproduced.add("how uneven keys are used, which was not recorded: all alike");
    }
    notReproduced.add("classes of keys and values: boxed longs");
  }

  private void always() {
    notReproduced.add(
        "what the program does between its appends: threads do nothing else, so a gain is one in"
            + " time spent on them, not in the program's");
  }
}
