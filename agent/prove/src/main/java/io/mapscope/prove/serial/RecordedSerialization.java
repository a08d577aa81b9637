package io.mapscope.prove.serial;

import io.mapscope.profile.MapProfile;
import io.mapscope.profile.Serialization;
import io.mapscope.profile.text.Figures;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The costliest serialization of a map, the one that {@code costly-serialization} is about, and the
 * form that replays it.
 *
 * @param item what was recorded of it
 * @param form what it is in a replay
 * @param standIn why that is not quite what was recorded, or null when it is
 */
public record RecordedSerialization(Serialization item, SerialForm form, @Nullable String standIn) {

  private static final List<String> TEXT = List.of("gson", "fastjson2");

  /** That of {@code map}, or null when there was none or no form here is like it. */
  public static @Nullable RecordedSerialization of(MapProfile map) {
    @Nullable Serialization item = costliest(map);
    @Nullable SerialForm form = item == null ? null : form(item.format());
    return item == null || form == null
        ? null
        : new RecordedSerialization(item, form, standIn(item.format()));
  }

  /** Why there is none of {@code map}. */
  public static String problem(MapProfile map) {
    @Nullable Serialization item = costliest(map);
    return item == null
        ? "no serialization was recorded, so there is none to replay"
        : "no form here writes as " + item.format() + " does, so it cannot be replayed";
  }

  private static @Nullable Serialization costliest(MapProfile map) {
    @Nullable List<Serialization> all = map.facts().serializations();
    return all == null
        ? null
        : all.stream()
            .filter(one -> one.count() > 0)
            .max(Comparator.comparingLong(Serialization::nanos))
            .orElse(null);
  }

  private static @Nullable SerialForm form(String format) {
    return switch (format) {
      case "java" -> SerialForm.JAVA;
      case "jackson-json" -> SerialForm.JSON;
      case "jackson-convert" -> SerialForm.CONVERT;
      default -> TEXT.contains(format) ? SerialForm.JSON : null;
    };
  }

  private static @Nullable String standIn(String format) {
    return TEXT.contains(format)
        ? format + " was recorded; Jackson, which writes the same text, stands in for it"
        : null;
  }

  /** What the recorded form is called. */
  public String title() {
    return form.title(form);
  }

  /** How many repeated the one before, in words. */
  public String repetitions() {
    long count = item.count();
    long repeated = Math.min(count, item.redundant());
    if (repeated < 0) {
      return "whether serializations repeat the one before was not recorded";
    }
    boolean most = 2 * repeated > count;
    return (most ? "all but " + Figures.count(count - repeated) : Figures.count(repeated))
        + " of "
        + Figures.counted(count, "serialization")
        + " repeated the one before";
  }
}
