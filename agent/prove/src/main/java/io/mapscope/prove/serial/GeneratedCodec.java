package io.mapscope.prove.serial;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;

/** Code for one class of values, as a generator would write it, in a Jackson factory's format. */
public final class GeneratedCodec<V> implements Codec<V> {

  private final JsonFactory format;
  private final Values<V> values;
  private final JacksonCodec<V> reader;

  /** The codec of {@code format} for maps of such {@code values}. */
  public GeneratedCodec(JsonFactory format, Values<V> values) {
    this.format = format;
    this.values = values;
    this.reader = new JacksonCodec<>(format, values);
  }

  @Override
  public void write(Map<String, V> map, OutputStream out) throws IOException {
    try (JsonGenerator json = format.createGenerator(out)) {
      json.writeStartObject();
      for (Map.Entry<String, V> entry : map.entrySet()) {
        json.writeFieldName(entry.getKey());
        values.write(entry.getValue(), json);
      }
      json.writeEndObject();
    }
  }

  /** Whoever reads sees no difference, and needs no generated code. */
  @Override
  public Map<String, V> read(InputStream in) throws IOException {
    return reader.read(in);
  }
}
