package io.mapscope.prove.serial;

import io.mapscope.profile.text.Figures;
import java.util.ArrayList;
import java.util.List;

/** How a candidate behaves otherwise than the recorded form, with what was recorded of it. */
public final class SerialDifferences {

  private final RecordedSerialization recorded;
  private final List<String> lines = new ArrayList<>();

  private SerialDifferences(RecordedSerialization recorded) {
    this.recorded = recorded;
  }

  /** A line for each difference of {@code form}. */
  public static List<String> of(RecordedSerialization recorded, SerialForm form) {
    SerialDifferences differences = new SerialDifferences(recorded);
    if (!form.keepsFormat(recorded.form())) {
      differences.format();
    }
    differences.own(form);
    return differences.lines;
  }

  private void format() {
    lines.add(
        "another format: whoever reads what is written, old files too, must read it instead of "
            + recorded.item().format());
  }

  private void own(SerialForm form) {
    switch (form) {
      case KEPT -> kept();
      case OFF_PATH -> offPath();
      case POOLED -> buffer();
      case GENERATED -> {
        buffer();
        lines.add("code for each class of values: fields that are added later must be added to it");
      }
      case BINARY, BY_HAND ->
          lines.add("names the fields: those that are added later must be added to it");
      case HANDLES -> lines.add("the class must be a record that the look-up may see");
      default -> {} // what is written is the only difference
    }
  }

  private void kept() {
    lines.add(
        "every change must go through what drops the kept result, changes inside of values too; it"
            + " stays in memory");
    lines.add(recorded.repetitions());
  }

  private void offPath() {
    lines.add("what a request gets is of a moment ago: the change before the last is always in it");
    lines.add(
        "a change waits until the one before is written, so that what the background thread takes"
            + " is in the figures: without pauses between changes, its p99 is the worst there is");
    lines.add("the map becomes a persistent one, each write of which makes a few new nodes");
    long torn = recorded.item().torn();
    if (torn > 0) {
      lines.add(
          "is of one moment: "
              + Figures.counted(torn, "serialization")
              + " met writes of other threads, and wrote a state that never was");
    }
  }

  private void buffer() {
    lines.add("what it gives must be used up before the same thread serializes again");
  }
}
