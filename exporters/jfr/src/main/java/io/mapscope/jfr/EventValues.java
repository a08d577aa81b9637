package io.mapscope.jfr;

import org.jspecify.annotations.Nullable;

/**
 * The fields of one recorded event, whoever parsed the recording: the JDK, or JDK Mission Control's
 * library. Numbers are as they are stored, in the unit of the field's definition.
 */
public interface EventValues {

  /** Whether events of this type have the field. */
  boolean has(String field);

  /** A text, or null where the event has none. */
  @Nullable String text(String field);

  /** A whole number of any width. */
  long longInteger(String field);

  /** A number with a fraction. */
  double number(String field);
}
