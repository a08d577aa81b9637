package io.mapscope.prove.seeds;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One of the forms that a case holds against each other, and how JMH measures it.
 *
 * @param title what it is, for people
 * @param reproduces what it stands for: a program's code, or an advice
 * @param benchmark what JMH runs
 * @param parameters of that
 * @param counter label of what is counted, where it is not all that the threads do
 * @param beside label of what other threads do meanwhile, where they do something else
 */
record Line(
    String title,
    String reproduces,
    String benchmark,
    Map<String, String> parameters,
    @Nullable String counter,
    @Nullable String beside) {

  Line {
    parameters = Map.copyOf(parameters);
  }

  /** All threads do the same, and all that they do counts. */
  Line(String title, String reproduces, String benchmark, Map<String, String> parameters) {
    this(title, reproduces, benchmark, parameters, null, null);
  }
}
