package io.mapscope.jfr;

import jdk.jfr.consumer.RecordedEvent;
import org.jspecify.annotations.Nullable;

/** The fields of an event that the JDK's own parser has read. */
record RecordedValues(RecordedEvent event) implements EventValues {

  @Override
  public boolean has(String field) {
    return event.hasField(field);
  }

  @Override
  public @Nullable String text(String field) {
    return event.getString(field);
  }

  @Override
  public long longInteger(String field) {
    return event.getLong(field);
  }

  @Override
  public double number(String field) {
    return event.getDouble(field);
  }
}
