package io.mapscope.prove.serial;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Every way to serialize a whole map that a replay knows; the closed vocabulary of candidates. */
public enum SerialForm {
  JAVA("Java serialization"),
  JSON("Jackson JSON"),
  CONVERT("Jackson convertValue"),
  KEPT("%s, kept until the map changes"),
  OFF_PATH("%s of a snapshot, made in the background"),
  POOLED("%s into a reused buffer"),
  GENERATED("generated code, JSON into a reused buffer"),
  SMILE("Jackson Smile"),
  CBOR("Jackson CBOR"),
  BINARY("DataOutputStream, entry by entry"),
  BY_HAND("field by field, written by hand"),
  HANDLES("method handles, looked up once");

  private final String title;

  SerialForm(String title) {
    this.title = title;
  }

  /** What it is called where {@code recorded} is what was recorded. */
  public String title(SerialForm recorded) {
    return String.format(Locale.ROOT, title, recorded.title);
  }

  /** Whether what it makes is what {@code recorded} makes, byte for byte or alike. */
  public boolean keepsFormat(SerialForm recorded) {
    return this == recorded
        || title.contains("%s")
        || recorded == CONVERT
        || (this == GENERATED && recorded == JSON);
  }

  /**
   * An empty map of this form for {@code content}, which must be closed.
   *
   * @param shared whether several threads use it
   */
  public <V> SerialSubject<V, ?> make(Content<V> content, boolean shared) {
    return switch (this) {
      case KEPT -> new KeptSubject<>(map(shared), content.way(content.recorded()));
      case OFF_PATH -> new OffPathSubject<>(content.way(content.recorded()));
      default -> new LiveSubject<>(map(shared), content.way(this));
    };
  }

  private static <V> Map<String, V> map(boolean shared) {
    return shared ? new ConcurrentHashMap<>() : new HashMap<>();
  }
}
