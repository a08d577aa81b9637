package io.mapscope.prove.seeds.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.mapscope.prove.records.Holding;
import io.mapscope.prove.serial.Way;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The naive ways, by JSON as a String. */
final class TextWays {

  private static final TypeReference<Map<String, Holding>> TYPE = new TypeReference<>() {};
  private static final TypeReference<Map<String, Map<String, @Nullable Object>>> PLAIN =
      new TypeReference<>() {};

  private TextWays() {}

  /** Copied for each request, then JSON as a String, then its bytes. */
  static Way<Holding, ByteBuffer> copied() {
    ObjectWriter writer = new ObjectMapper().writerFor(TYPE);
    return way(map -> text(writer, new HashMap<>(map)));
  }

  /** Made maps of maps of by reflection first, as where there are no types for what goes out. */
  static Way<Holding, ByteBuffer> converted() {
    ObjectMapper mapper = new ObjectMapper();
    return way(map -> text(mapper.writer(), mapper.convertValue(map, PLAIN)));
  }

  private static Way<Holding, ByteBuffer> way(Function<Map<String, Holding>, ByteBuffer> writer) {
    ObjectReader reader = new ObjectMapper().readerFor(TYPE);
    return new Way<>(writer, bytes -> read(reader, bytes));
  }

  private static ByteBuffer text(ObjectWriter writer, Object map) {
    try {
      return ByteBuffer.wrap(writer.writeValueAsString(map).getBytes(StandardCharsets.UTF_8));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, Holding> read(ObjectReader reader, ByteBuffer bytes) {
    try {
      return reader.readValue(StandardCharsets.UTF_8.decode(bytes.duplicate()).toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
