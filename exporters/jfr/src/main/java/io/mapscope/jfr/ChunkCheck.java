package io.mapscope.jfr;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Checks the frame of a recording file before it is parsed: a row of chunks, each of which begins
 * with a magic number and its own size. The JDK's parser does not always notice that the end is
 * missing.
 *
 * <p>Source: the chunk header that the JDK writes, {@code jdk.jfr.internal.consumer.ChunkHeader}.
 */
final class ChunkCheck {

  private static final int MAGIC = 0x464c5200; // "FLR\0"
  private static final int SIZE_OFFSET = 8;
  private static final int HEADER_BYTES = 68;

  private ChunkCheck() {}

  /** What is wrong with the frame of {@code file}, or null when it is sound. */
  static @Nullable String problem(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      long length = channel.size();
      if (length == 0) {
        return "is empty; the file of a recording is written when the recording ends";
      }
      long at = 0;
      while (at < length) {
        String problem = problemOfChunk(channel, at, length - at);
        if (problem != null) {
          return problem;
        }
        at += sizeOfChunk(channel, at);
      }
      return null;
    }
  }

  private static @Nullable String problemOfChunk(FileChannel channel, long at, long remaining)
      throws IOException {
    if (remaining < Integer.BYTES || read(channel, at, Integer.BYTES).getInt() != MAGIC) {
      return at == 0 ? "is not a Flight Recorder file" : "is damaged, a chunk does not begin right";
    }
    if (remaining < HEADER_BYTES) {
      return "is truncated, its last chunk has no complete header";
    }
    long size = sizeOfChunk(channel, at);
    if (size < HEADER_BYTES) {
      return "is unfinished, its last chunk was never closed";
    }
    return size > remaining
        ? "is truncated, its last chunk lacks " + (size - remaining) + " of " + size + " bytes"
        : null;
  }

  private static long sizeOfChunk(FileChannel channel, long at) throws IOException {
    return read(channel, at + SIZE_OFFSET, Long.BYTES).getLong();
  }

  private static ByteBuffer read(FileChannel channel, long at, int bytes) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(bytes);
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, at + buffer.position()) < 0) {
        throw new EOFException("the file became shorter while it was read");
      }
    }
    return buffer.flip();
  }
}
