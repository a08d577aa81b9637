package io.mapscope.prove.serial;

import io.mapscope.profile.Finding;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which ways to serialize could take the recorded one's place: the advised one first. */
public final class SerialCandidates {

  /** The rule whose findings are about this. */
  public static final String RULE = "costly-serialization";

  /** Those that differ most come first: not writing, another format, another moment, code. */
  private static final List<SerialForm> OF_BYTES =
      List.of(
          SerialForm.KEPT,
          SerialForm.BINARY,
          SerialForm.SMILE,
          SerialForm.OFF_PATH,
          SerialForm.GENERATED,
          SerialForm.CBOR,
          SerialForm.POOLED);

  private static final List<SerialForm> OF_CONVERSIONS =
      List.of(SerialForm.BY_HAND, SerialForm.HANDLES, SerialForm.KEPT);

  private SerialCandidates() {}

  /** Whether {@code finding} is about serialization, and not about what is done to the map. */
  public static boolean isAbout(Finding finding) {
    return finding.rule().equals(RULE);
  }

  /**
   * The forms to hold against {@code recorded}, {@code most} at most.
   *
   * @param findings those about this map
   */
  public static List<SerialForm> of(SerialForm recorded, List<Finding> findings, int most) {
    List<SerialForm> fit = recorded == SerialForm.CONVERT ? OF_CONVERSIONS : OF_BYTES;
    Set<SerialForm> forms = new LinkedHashSet<>();
    for (Finding finding : findings) {
      @Nullable SerialForm advised = advised(finding);
      if (advised != null && fit.contains(advised)) {
        forms.add(advised);
      }
    }
    forms.addAll(fit);
    return new ArrayList<>(forms).subList(0, Math.min(most, forms.size()));
  }

  /** The form that is what {@code finding} advises, or null when none here is. */
  public static @Nullable SerialForm advised(Finding finding) {
    if (!isAbout(finding)) {
      return null;
    }
    return switch (finding.replacement().kind()) {
      case "cache" -> SerialForm.KEPT;
      case "binary-format" -> SerialForm.BINARY;
      case "background-snapshot" -> SerialForm.OFF_PATH;
      case "plain" -> SerialForm.BY_HAND;
      default -> null;
    };
  }
}
