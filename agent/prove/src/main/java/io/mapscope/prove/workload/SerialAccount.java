package io.mapscope.prove.workload;

import io.mapscope.profile.MapProfile;
import io.mapscope.profile.Serialization;
import io.mapscope.profile.text.Figures;
import io.mapscope.profile.text.Names;
import io.mapscope.prove.serial.Content;
import io.mapscope.prove.serial.SerialForm;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What a replay of serializations has in common with what was recorded, and what it has not: lines
 * for people.
 */
public final class SerialAccount {

  /** Fewer writes, on average, read as one. */
  private static final double FIRST_OF_SEVERAL = 1.05;

  private final MapProfile map;
  private final SerialWorkload workload;
  private final Serialization item;
  private final Content<?> content;
  private final List<String> reproduced = new ArrayList<>();
  private final List<String> notReproduced = new ArrayList<>();

  /** The account of {@code workload}, which was made of {@code map}. */
  public SerialAccount(MapProfile map, SerialWorkload workload) {
    this.map = map;
    this.workload = workload;
    this.item = workload.recorded().item();
    this.content = workload.content();
    operation();
    entries();
    bytes();
    changes();
    threads();
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

  private void operation() {
    reproduced.add(
        "an operation is one serialization of the whole map ("
            + item.format()
            + ") and the writes before it");
    long others =
        Objects.requireNonNull(map.facts().serializations()).stream()
                .mapToLong(Serialization::count)
                .sum()
            - item.count();
    if (others > 0) {
      notReproduced.add(Figures.counted(others, "serialization") + " in other, cheaper formats");
    }
  }

  private void entries() {
    reproduced.add(Figures.entries(content.entries()) + " in the map");
    long recorded = SerialWorkload.recordedEntries(item);
    if (recorded != content.entries()) {
      notReproduced.add("the " + Figures.entries(recorded) + " that it had on average");
    }
    notReproduced.add("classes of keys and values: " + content.description());
    String standIn = workload.isShared() ? "ConcurrentHashMap" : "HashMap";
    if (!standIn.equals(Names.mapClass(map))) {
      notReproduced.add(
          "the map's class and what guards it: a "
              + standIn
              + " stands in for "
              + Names.mapClass(map));
    }
  }

  private void bytes() {
    if (workload.recorded().form() == SerialForm.CONVERT) {
      return;
    }
    double made = content.bytesPerEntry();
    String written = Figures.bytes(Math.round(made)) + " for each entry";
    if (!SerialWorkload.hasBytes(item)) {
      notReproduced.add("the length of what was written, which could not be seen: " + written);
    } else if (Math.abs(made - workload.bytesPerEntry()) < 1) {
      reproduced.add("the recorded form writes " + written);
    } else {
      notReproduced.add(
          Figures.bytes(Math.round(workload.bytesPerEntry()))
              + " for each entry: the recorded form writes "
              + written
              + " here");
    }
    notReproduced.add("where the bytes go: they are dropped, so that fewer bytes gain nothing");
  }

  private void changes() {
    Changes changes = workload.changes();
    if (changes.share() == 0) {
      reproduced.add("nothing is written between serializations");
      return;
    }
    String which =
        changes.share() == 1 ? "each" : "one in " + Figures.rate(1 / changes.share()) + " of them";
    reproduced.add(
        "before "
            + which
            + ", spread evenly, "
            + writes(changes.writes())
            + ": "
            + workload.recorded().repetitions());
    if (item.redundant() < 0) {
      notReproduced.add(
          "which serializations repeated the one before, which was not recorded: taken from how"
              + " often the map was written");
    }
    if (map.coverage() < 1) {
      notReproduced.add(
          "how rarely it changed: writes were counted "
              + Figures.percent(map.coverage())
              + " of the time, and what may have changed in the rest is taken for changed");
    }
    if (changes.isBounded()) {
      notReproduced.add(
          "all "
              + writes(changes.recordedWrites())
              + " between two serializations: at most one for each entry, "
              + Changes.MOST_WRITES
              + " in all, are done");
    }
    notReproduced.add(
        "which entries are written, and that entries come and go: values of keys that are there"
            + " are replaced");
  }

  private static String writes(double writes) {
    return writes < FIRST_OF_SEVERAL ? "1 write" : Figures.rate(writes) + " writes";
  }

  private void threads() {
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
    if (workload.isShared()) {
      notReproduced.add("which thread writes and which serializes: each does both");
    }
  }

  private void always() {
    notReproduced.add(
        "what the program does between its serializations: threads do nothing else, so a gain is"
            + " one in time spent on them, not in the program's");
  }
}
