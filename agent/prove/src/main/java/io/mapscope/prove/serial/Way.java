package io.mapscope.prove.serial;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * A way from a map to what a program makes of it as a whole, bytes or an object, and back.
 *
 * @param writer makes it; what it gave is valid until the same thread asks again
 * @param reader gives the entries that are in it
 * @param view gives what was made to one more reader, where it is given to several
 */
public record Way<V, O>(
    Function<Map<String, V>, O> writer, Function<O, Map<String, V>> reader, UnaryOperator<O> view) {

  /** A way to what several readers may have as it is. */
  public Way(Function<Map<String, V>, O> writer, Function<O, Map<String, V>> reader) {
    this(writer, reader, UnaryOperator.identity());
  }

  /** Bytes of {@code codec}, in an array of their own each time. */
  public static <V> Way<V, ByteBuffer> fresh(Codec<V> codec) {
    return new Way<>(
        map -> {
          try {
            return ByteBuffer.wrap(codec.bytes(map));
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        },
        bytes -> read(codec, bytes),
        ByteBuffer::asReadOnlyBuffer);
  }

  /** Bytes of {@code codec}, in a buffer that each thread uses again. */
  public static <V> Way<V, ByteBuffer> reused(Codec<V> codec) {
    ThreadLocal<ReusedBuffer> buffers = ThreadLocal.withInitial(ReusedBuffer::new);
    return new Way<>(
        map -> {
          ReusedBuffer buffer = buffers.get();
          buffer.reset();
          try {
            codec.write(map, buffer);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
          return buffer.written();
        },
        bytes -> read(codec, bytes),
        ByteBuffer::asReadOnlyBuffer);
  }

  private static <V> Map<String, V> read(Codec<V> codec, ByteBuffer bytes) {
    byte[] own = new byte[bytes.remaining()];
    bytes.duplicate().get(own);
    try {
      return codec.read(new ByteArrayInputStream(own));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
