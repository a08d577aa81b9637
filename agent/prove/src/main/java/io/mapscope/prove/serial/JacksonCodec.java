package io.mapscope.prove.serial;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;

/** Jackson's data binding, in the format of a Jackson factory. */
public final class JacksonCodec<V> implements Codec<V> {

  private final ObjectWriter writer;
  private final ObjectReader reader;

  /** The codec of {@code format} for maps of such {@code values}. */
  public JacksonCodec(JsonFactory format, Values<V> values) {
    ObjectMapper mapper = new ObjectMapper(format);
    JavaType type =
        mapper.getTypeFactory().constructMapType(Map.class, String.class, values.type());
    writer = mapper.writerFor(type);
    reader = mapper.readerFor(type);
  }

  @Override
  public void write(Map<String, V> map, OutputStream out) throws IOException {
    writer.writeValue(out, map);
  }

  /** As programs call it: Jackson has buffers of its own for that. */
  @Override
  public byte[] bytes(Map<String, V> map) throws IOException {
    return writer.writeValueAsBytes(map);
  }

  @Override
  public Map<String, V> read(InputStream in) throws IOException {
    return reader.readValue(in);
  }
}
