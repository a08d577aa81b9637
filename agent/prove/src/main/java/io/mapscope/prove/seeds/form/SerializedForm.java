package io.mapscope.prove.seeds.form;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import com.fasterxml.jackson.dataformat.smile.SmileFactory;
import java.util.function.Supplier;

/** Every way to serialize a concurrent map that is measured. */
public enum SerializedForm {
  COPIED("copied, JSON as a String, its bytes", JsonFactory::new, SerializedMaps.Copied::new),
  CONVERTED(
      "converted to maps of maps first, JSON", JsonFactory::new, SerializedMaps.Converted::new),
  LIVE("the live map, JSON", JsonFactory::new, () -> new SerializedMaps.Live(new JsonFactory())),
  SNAPSHOT("an O(1) snapshot, JSON", JsonFactory::new, SerializedMaps.Snapshot::new),
  GENERATED(
      "generated code, reused buffer, JSON",
      JsonFactory::new,
      () -> new SerializedMaps.Generated(new JsonFactory())),
  CBOR("the live map, CBOR", CBORFactory::new, () -> new SerializedMaps.Live(new CBORFactory())),
  SMILE(
      "the live map, Smile", SmileFactory::new, () -> new SerializedMaps.Live(new SmileFactory())),
  GENERATED_SMILE(
      "generated code, reused buffer, Smile",
      SmileFactory::new,
      () -> new SerializedMaps.Generated(new SmileFactory())),
  KEPT("JSON kept until the map changes", JsonFactory::new, SerializedMaps::kept);

  private final String title;
  private final Supplier<JsonFactory> format;
  private final Supplier<SerializedMap> maker;

  SerializedForm(String title, Supplier<JsonFactory> format, Supplier<SerializedMap> maker) {
    this.title = title;
    this.format = format;
    this.maker = maker;
  }

  /** What it is, for people. */
  public String title() {
    return title;
  }

  /** The format of its bytes, for who wants to read them. */
  public JsonFactory format() {
    return format.get();
  }

  /** A new one without entries. */
  public SerializedMap make() {
    return maker.get();
  }
}
