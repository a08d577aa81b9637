package io.mapscope.prove.seeds.form;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import com.fasterxml.jackson.dataformat.smile.SmileFactory;
import io.mapscope.prove.records.Holding;
import io.mapscope.prove.serial.GeneratedCodec;
import io.mapscope.prove.serial.HoldingValues;
import io.mapscope.prove.serial.JacksonCodec;
import io.mapscope.prove.serial.KeptSubject;
import io.mapscope.prove.serial.LiveSubject;
import io.mapscope.prove.serial.SerialSubject;
import io.mapscope.prove.serial.SnapshotSubject;
import io.mapscope.prove.serial.Way;
import java.nio.ByteBuffer;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;

/** Every way to serialize a concurrent map that is measured. */
public enum SerializedForm {
  COPIED(
      "copied, JSON as a String, its bytes", JsonFactory::new, format -> live(TextWays.copied())),
  CONVERTED(
      "converted to maps of maps first, JSON",
      JsonFactory::new,
      format -> live(TextWays.converted())),
  LIVE("the live map, JSON", JsonFactory::new, format -> live(bound(format))),
  SNAPSHOT(
      "an O(1) snapshot, JSON", JsonFactory::new, format -> new SnapshotSubject<>(bound(format))),
  GENERATED(
      "generated code, reused buffer, JSON", JsonFactory::new, format -> live(generated(format))),
  CBOR("the live map, CBOR", CBORFactory::new, format -> live(bound(format))),
  SMILE("the live map, Smile", SmileFactory::new, format -> live(bound(format))),
  GENERATED_SMILE(
      "generated code, reused buffer, Smile", SmileFactory::new, format -> live(generated(format))),
  KEPT(
      "JSON kept until the map changes",
      JsonFactory::new,
      format -> new KeptSubject<>(new ConcurrentHashMap<>(), bound(format)));

  /** Holdings as {@link Holding#sample} makes them. */
  private static final HoldingValues VALUES = new HoldingValues(0);

  private final String title;
  private final Supplier<JsonFactory> format;
  private final Function<JsonFactory, SerialSubject<Holding, ByteBuffer>> maker;

  SerializedForm(
      String title,
      Supplier<JsonFactory> format,
      Function<JsonFactory, SerialSubject<Holding, ByteBuffer>> maker) {
    this.title = title;
    this.format = format;
    this.maker = maker;
  }

  private static SerialSubject<Holding, ByteBuffer> live(Way<Holding, ByteBuffer> way) {
    return new LiveSubject<>(new ConcurrentHashMap<>(), way);
  }

  private static Way<Holding, ByteBuffer> bound(JsonFactory format) {
    return Way.fresh(new JacksonCodec<>(format, VALUES));
  }

  private static Way<Holding, ByteBuffer> generated(JsonFactory format) {
    return Way.reused(new GeneratedCodec<>(format, VALUES));
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
  public SerialSubject<Holding, ByteBuffer> make() {
    return maker.apply(format());
  }
}
