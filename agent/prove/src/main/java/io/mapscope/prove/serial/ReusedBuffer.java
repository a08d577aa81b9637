package io.mapscope.prove.serial;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/** A growing buffer that is used again and again. Confined to one thread. */
final class ReusedBuffer extends ByteArrayOutputStream {

  private static final int FIRST_BYTES = 8192;

  ReusedBuffer() {
    super(FIRST_BYTES);
  }

  /** What was written since the last reset, not copied. */
  ByteBuffer written() {
    return ByteBuffer.wrap(buf, 0, count);
  }
}
