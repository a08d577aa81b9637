package io.mapscope.jfr;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a recorded event, read strictly: one that is missing is named. Texts come from the
 * field {@code texts}, see {@link Texts}.
 */
final class EventFields {

  private final EventValues event;
  private final Map<String, String> texts;

  /** Throws {@link IllegalArgumentException} when the event has no valid {@code texts}. */
  EventFields(EventValues event) {
    this.event = event;
    this.texts = Texts.split(ownText("texts"));
  }

  /** The run of the agent that wrote the event. */
  String run() {
    return ownText("run");
  }

  /** The text in the field itself, which JFR must not have pooled; see {@link Texts}. */
  String ownText(String name) {
    String value = event.text(existing(name));
    if (value == null) {
      throw new IllegalArgumentException("field " + name + " is empty");
    }
    return value;
  }

  String text(String name) {
    String value = nullableText(name);
    if (value == null) {
      throw new IllegalArgumentException("text " + name + " is missing");
    }
    return value;
  }

  @Nullable String nullableText(String name) {
    return texts.get(name);
  }

  long longInteger(String name) {
    return event.longInteger(existing(name));
  }

  int integer(String name) {
    return Math.toIntExact(longInteger(name));
  }

  double number(String name) {
    return event.number(existing(name));
  }

  private String existing(String name) {
    if (!event.has(name)) {
      throw new IllegalArgumentException("field " + name + " is missing");
    }
    return name;
  }
}
