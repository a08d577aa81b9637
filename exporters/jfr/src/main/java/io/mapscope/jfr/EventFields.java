package io.mapscope.jfr;

import jdk.jfr.consumer.RecordedEvent;
import org.jspecify.annotations.Nullable;

/** The fields of a recorded event, read strictly: one that is missing is named. */
final class EventFields {

  private final RecordedEvent event;

  EventFields(RecordedEvent event) {
    this.event = event;
  }

  String text(String name) {
    String value = nullableText(name);
    if (value == null) {
      throw new IllegalArgumentException("field " + name + " is empty");
    }
    return value;
  }

  @Nullable String nullableText(String name) {
    return event.getString(existing(name));
  }

  long longInteger(String name) {
    return event.getLong(existing(name));
  }

  int integer(String name) {
    return event.getInt(existing(name));
  }

  double number(String name) {
    return event.getDouble(existing(name));
  }

  private String existing(String name) {
    if (!event.hasField(name)) {
      throw new IllegalArgumentException("field " + name + " is missing");
    }
    return name;
  }
}
