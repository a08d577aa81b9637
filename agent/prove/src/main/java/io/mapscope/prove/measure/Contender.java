package io.mapscope.prove.measure;

import java.util.List;

/**
 * A form that takes its turn in a replay.
 *
 * @param form its name among the benchmark's parameters
 * @param title what it is called
 * @param differences how it behaves otherwise than the recorded form; for that one, why it is not
 *     quite what was recorded
 */
record Contender(String form, String title, List<String> differences) {

  /** Copies the list. */
  Contender {
    differences = List.copyOf(differences);
  }
}
