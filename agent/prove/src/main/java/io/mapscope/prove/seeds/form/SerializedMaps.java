package io.mapscope.prove.seeds.form;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.mapscope.prove.form.PersistentMap;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The serialized maps that are measured. */
final class SerializedMaps {

  private static final TypeReference<Map<String, Holding>> TYPE = new TypeReference<>() {};
  private static final TypeReference<Map<String, Map<String, @Nullable Object>>> PLAIN =
      new TypeReference<>() {};

  private SerializedMaps() {}

  private static ObjectWriter writer(JsonFactory format) {
    return new ObjectMapper(format).writerFor(TYPE);
  }

  private static byte[] bytes(ObjectWriter writer, Object map) {
    try {
      return writer.writeValueAsBytes(map);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] text(ObjectWriter writer, Object map) {
    try {
      return writer.writeValueAsString(map).getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A concurrent map and nothing else. */
  private abstract static class Concurrent implements SerializedMap {

    final ConcurrentHashMap<String, Holding> map = new ConcurrentHashMap<>();

    @Override
    public void put(String key, Holding value) {
      map.put(key, value);
    }
  }

  /** Copied for each request, then JSON as a String, then its bytes. */
  static final class Copied extends Concurrent {

    private final ObjectWriter writer = writer(new JsonFactory());

    @Override
    public ByteBuffer serialize() {
      return ByteBuffer.wrap(text(writer, new HashMap<>(map)));
    }
  }

  /** Made maps of maps of by reflection first, as where there are no types for what goes out. */
  static final class Converted extends Concurrent {

    private final ObjectMapper mapper = new ObjectMapper();

    @Override
    public ByteBuffer serialize() {
      return ByteBuffer.wrap(text(mapper.writer(), mapper.convertValue(map, PLAIN)));
    }
  }

  /** The map as it is, while others write it. */
  static final class Live extends Concurrent {

    private final ObjectWriter writer;

    Live(JsonFactory format) {
      writer = writer(format);
    }

    @Override
    public ByteBuffer serialize() {
      return ByteBuffer.wrap(bytes(writer, map));
    }
  }

  /** A snapshot that costs nothing, so that all entries are of one moment. */
  static final class Snapshot implements SerializedMap {

    private final ObjectWriter writer = writer(new JsonFactory());
    private final AtomicReference<PersistentMap<String, Holding>> map =
        new AtomicReference<>(PersistentMap.empty());

    @Override
    public void put(String key, Holding value) {
      map.updateAndGet(before -> Objects.requireNonNull(before).with(key, value));
    }

    @Override
    public ByteBuffer serialize() {
      return ByteBuffer.wrap(bytes(writer, Objects.requireNonNull(map.get()).asMap()));
    }
  }

  /** The map as it is, by generated code, into a buffer that each thread uses again. */
  static final class Generated extends Concurrent {

    private final HoldingWriter writer;
    private final ThreadLocal<ReusedBuffer> buffers = ThreadLocal.withInitial(ReusedBuffer::new);

    Generated(JsonFactory format) {
      writer = new HoldingWriter(format);
    }

    @Override
    public ByteBuffer serialize() {
      ReusedBuffer buffer = buffers.get();
      buffer.reset();
      try {
        writer.write(map, buffer);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return buffer.written();
    }
  }

  /** Kept until the map changes, then made as {@link Live} does. */
  static SerializedMap kept() {
    ObjectWriter writer = writer(new JsonFactory());
    return new KeptBytes(map -> bytes(writer, map));
  }
}
