package io.mapscope.report.comparison;

import io.mapscope.profile.Finding;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One finding in both reports; the same when rule and place of the map are.
 *
 * @param before the finding in the baseline, or null
 * @param after the finding now, or null
 * @param exercised whether the map was used enough now to say so
 */
record FindingChange(@Nullable Finding before, @Nullable Finding after, boolean exercised) {

  /** What became of it. */
  enum State {
    /** It was not in the baseline. */
    APPEARED("appeared"),
    /** It is more serious than in the baseline. */
    GRAVER("graver"),
    /** It is as it was. */
    STAYED("stayed"),
    /** It is less serious than in the baseline. */
    MILDER("milder"),
    /** It is no more, though its map was used. */
    GONE("gone"),
    /** It is no more, but its map was hardly used, so that nothing follows from that. */
    NOT_EXERCISED("notExercised");

    private final String jsonName;

    State(String jsonName) {
      this.jsonName = jsonName;
    }

    String jsonName() {
      return jsonName;
    }
  }

  State state() {
    if (before == null) {
      return State.APPEARED;
    }
    if (after == null) {
      return exercised ? State.GONE : State.NOT_EXERCISED;
    }
    int graver = after.severity().compareTo(before.severity());
    return graver > 0 ? State.GRAVER : graver < 0 ? State.MILDER : State.STAYED;
  }

  /** The finding as it is now, or as it was. */
  Finding latest() {
    return after == null ? Objects.requireNonNull(before) : after;
  }
}
