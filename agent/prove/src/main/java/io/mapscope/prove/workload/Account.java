package io.mapscope.prove.workload;

import io.mapscope.profile.MapProfile;
import io.mapscope.profile.Operation;
import io.mapscope.profile.Serialization;
import io.mapscope.profile.text.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a workload has in common with what was recorded, and what it has not: lines for people. */
public final class Account {

  private static final long WAITS_FROM_NANOS = 100_000;

  private final MapProfile map;
  private final Workload workload;
  private final List<String> reproduced = new ArrayList<>();
  private final List<String> notReproduced = new ArrayList<>();

  /** The account of {@code workload}, which was made of {@code map}. */
  public Account(MapProfile map, Workload workload) {
    this.map = map;
    this.workload = workload;
    mix();
    entries();
    threads();
    keys();
    functions();
    leftOut();
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

  private void mix() {
    List<String> shares = new ArrayList<>();
    Mix mix = workload.mix();
    for (Action action : mix.byFrequency()) {
      String name = action.name().toLowerCase(Locale.ROOT).replace('_', ' ');
      shares.add(name + " " + Figures.share((double) mix.count(action), (double) mix.total()));
    }
    reproduced.add("operations with their hits and misses: " + String.join(", ", shares));
    long pairs = mix.count(Action.INSERT) + mix.count(Action.UPDATE);
    if (pairs > 0) {
      notReproduced.add(
          "which look-up belongs to which put: as many as there are of the rarer of both are taken"
              + " for pairs (insert, update)");
    }
    if (map.coverage() < 1) {
      notReproduced.add(
          Figures.percent(1 - map.coverage()) + " of the time, in which nothing was counted");
    }
  }

  private void entries() {
    reproduced.add(Figures.entries(workload.entries()) + " in the map");
    long recorded = Workload.entriesPerMap(map);
    if (recorded > workload.entries()) {
      notReproduced.add("all " + Figures.entries(recorded) + " that the map had");
    }
    long alive = map.instances().alive();
    if (alive > 1) {
      notReproduced.add(
          "the "
              + Figures.count(alive)
              + " live maps of this site: all is done to one of average size");
    }
    if (map.instances().created() > Math.max(1, alive)) {
      notReproduced.add("making and filling maps: the one map is full from the beginning");
    }
    if (workload.mix().loads()) {
      reproduced.add(
          "a full cache: "
              + Figures.count(workload.askedKeys())
              + " keys are asked for, of which so many hit as were recorded; what is missed is put"
              + " in, and an entry has to go");
      notReproduced.add(
          "which entry has to go: each thread takes out what it put in first, and a cache decides by"
              + " itself");
    }
    Mix mix = workload.mix();
    long additions =
        map.operations().get(Operation.PUT_NEW)
            + map.operations().get(Operation.COMPUTE_IF_ABSENT_ABSENT);
    if (additions > 0 && mix.additions() == 0 && !mix.loads()) {
      notReproduced.add(
          Figures.counted(additions, "addition") + ", hardly any among so many others");
    }
    if (mix.additions() != mix.count(Action.REMOVE_HIT)) {
      notReproduced.add(
          "growing or shrinking: what is added beyond what is removed is taken out again, and the"
              + " other way round, by operations that are not counted");
    }
  }

  private void threads() {
    int recorded = Workload.recordedThreads(map);
    String roles =
        map.threads().readers() + " that read and " + map.threads().writers() + " that wrote";
    if (workload.threads() == recorded) {
      reproduced.add(Figures.counted(recorded, "thread"));
    } else {
      notReproduced.add(
          Figures.counted(recorded, "thread")
              + ": "
              + workload.threads()
              + " are what this machine's processors allow");
    }
    if (workload.threads() > 1) {
      notReproduced.add("which thread does what (" + roles + "): each does the whole mix");
    }
  }

  private void keys() {
    int hot = workload.hotShares().size();
    if (hot > 0) {
      double share = workload.hotShares().stream().mapToDouble(Double::doubleValue).sum();
      reproduced.add(
          "how uneven keys are used: "
              + Figures.counted(hot, "hot key")
              + " with "
              + Figures.percent(Math.min(1, share))
              + " of what is done to keys that are there");
    } else {
      notReproduced.add("how uneven keys are used, which was not recorded: all alike");
    }
    if (workload.sharedBins()) {
      notReproduced.add(
          "which keys share a bin: two by two are taken to, the more used one behind, the least that"
              + " explains waits of computeIfAbsent for keys that are there");
    }
    notReproduced.add(
        "classes of keys and values, their hashCode and equals: boxed longs with scattered hashes");
  }

  private void functions() {
    long nanos = workload.functionNanos();
    if (nanos > 0) {
      reproduced.add("functions take " + Figures.nanos(nanos) + ", their median");
      notReproduced.add(
          nanos >= WAITS_FROM_NANOS
              ? "what functions do: they wait, as for a disk or a network"
              : "what functions do: they keep a processor busy");
    }
  }

  private void leftOut() {
    long clears = map.operations().get(Operation.CLEAR);
    if (clears > 0) {
      notReproduced.add(Figures.counted(clears, "clear"));
    }
    if (workload.mix().count(Action.PUT_ALL) > 0) {
      notReproduced.add("how much a putAll carries: " + Keys.batch() + " keys that are there");
    }
    @Nullable List<Serialization> serializations = map.facts().serializations();
    if (serializations != null && !serializations.isEmpty()) {
      long count = serializations.stream().mapToLong(Serialization::count).sum();
      notReproduced.add(
          Figures.counted(count, "serialization")
              + ": a finding about them (costly-serialization) is replayed by itself");
    }
  }

  private void always() {
    notReproduced.add(
        "what the program does between its operations: threads do nothing but use the map, so a"
            + " gain is one in time spent on the map, not in the program's");
    notReproduced.add("choosing what to do next, a few nanoseconds that each operation takes more");
  }
}
