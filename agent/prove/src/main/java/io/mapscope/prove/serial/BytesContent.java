package io.mapscope.prove.serial;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import com.fasterxml.jackson.dataformat.smile.SmileFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntFunction;

/** Content that is written as bytes, with values as long as it takes to write as many. */
final class BytesContent<V> implements Content<V> {

  /** Entries whose bytes are looked at to tell how long values must be. */
  private static final int MOST_TRIED = 200;

  /** A text as long as this is longer than the numbers that distinguish values. */
  private static final int TRIED_CHARACTERS = 24;

  private final SerialForm recorded;
  private final int entries;
  private final Values<V> values;
  private final String description;

  private BytesContent(SerialForm recorded, int entries, Values<V> values, String description) {
    this.recorded = recorded;
    this.entries = entries;
    this.values = values;
    this.description = description;
  }

  /**
   * Content of which {@code recorded} writes about {@code bytesPerEntry}: records where they fit
   * into that, texts otherwise. Fewer bytes than key and punctuation take are not possible.
   */
  static BytesContent<?> of(SerialForm recorded, int entries, double bytesPerEntry) {
    if (bytesPerEntry >= records(recorded, entries, 0).bytesPerEntry()) {
      return fitted(characters -> records(recorded, entries, characters), bytesPerEntry);
    }
    return fitted(characters -> texts(recorded, entries, characters), bytesPerEntry);
  }

  private static BytesContent<?> records(SerialForm recorded, int entries, int characters) {
    String description =
        "keys are texts, values records of a text, a whole number, a fraction and a flag";
    return new BytesContent<>(recorded, entries, new HoldingValues(characters), description);
  }

  private static BytesContent<?> texts(SerialForm recorded, int entries, int characters) {
    return new BytesContent<>(
        recorded, entries, new TextValues(characters), "keys and values are texts");
  }

  /** A character more is a byte more in every format. */
  private static BytesContent<?> fitted(IntFunction<BytesContent<?>> ofLength, double bytes) {
    double tried = ofLength.apply(TRIED_CHARACTERS).bytesPerEntry();
    return ofLength.apply((int) Math.max(0, Math.round(TRIED_CHARACTERS + bytes - tried)));
  }

  @Override
  public SerialForm recorded() {
    return recorded;
  }

  @Override
  public int entries() {
    return entries;
  }

  @Override
  public String key(int index) {
    return "key-" + index;
  }

  @Override
  public V value(int index, int number) {
    return values.sample(number);
  }

  @Override
  public String description() {
    return description;
  }

  @Override
  public Way<V, ?> way(SerialForm form) {
    return switch (form) {
      case POOLED -> Way.reused(codec(recorded));
      case GENERATED -> Way.reused(codec(form));
      default -> Way.fresh(codec(form));
    };
  }

  private Codec<V> codec(SerialForm form) {
    return switch (form) {
      case JAVA -> new JavaCodec<>();
      case JSON -> new JacksonCodec<>(new JsonFactory(), values);
      case SMILE -> new JacksonCodec<>(new SmileFactory(), values);
      case CBOR -> new JacksonCodec<>(new CBORFactory(), values);
      case GENERATED -> new GeneratedCodec<>(new JsonFactory(), values);
      case BINARY -> new BinaryCodec<>(values);
      default -> throw new IllegalArgumentException(form + " is no format of bytes");
    };
  }

  @Override
  public double bytesPerEntry() {
    Map<String, V> tried = new HashMap<>();
    int count = Math.min(entries, MOST_TRIED);
    for (int i = 0; i < count; i++) {
      tried.put(key(i), value(i, i));
    }
    try {
      return (double) codec(recorded).bytes(tried).length / count;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
