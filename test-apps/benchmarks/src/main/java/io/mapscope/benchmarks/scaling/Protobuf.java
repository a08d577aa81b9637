package io.mapscope.benchmarks.scaling;

import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** A protobuf message, or any field with a length: walked through without a schema. */
final class Protobuf {
  private static final int VARINT = 0;
  private static final int FIXED_64 = 1;
  private static final int WITH_LENGTH = 2;
  private static final int FIXED_32 = 5;
  private static final int WIRE_TYPE_BITS = 3;
  private static final int VARINT_BITS = 7;
  private static final int VARINT_MASK = (1 << VARINT_BITS) - 1;

  private final byte[] bytes;
  private final int begin;
  private final int end;
  private int at;

  Protobuf(byte[] bytes) {
    this(bytes, 0, bytes.length);
  }

  private Protobuf(byte[] bytes, int begin, int end) {
    this.bytes = bytes;
    this.begin = begin;
    this.end = end;
  }

  int length() {
    return end - begin;
  }

  /** The bytes as text, whatever they are. */
  String text() {
    return new String(bytes, begin, length(), StandardCharsets.UTF_8);
  }

  /** Shows each field with a length of that number. */
  void each(int number, Consumer<Protobuf> reader) {
    at = begin;
    while (at < end) {
      final long tag = varint();
      final int type = (int) tag & (1 << WIRE_TYPE_BITS) - 1;
      if (type == WITH_LENGTH) {
        final int length = (int) varint();
        final int next = at + length;
        if (length < 0 || next > end) {
          throw new IllegalArgumentException(
              "a field of " + length + " bytes leads out of its message");
        }
        if (tag >>> WIRE_TYPE_BITS == number) {
          reader.accept(new Protobuf(bytes, at, next));
        }
        at = next;
      } else {
        skip(type);
      }
    }
  }

  private void skip(int type) {
    switch (type) {
      case VARINT -> varint();
      case FIXED_64 -> at += Long.BYTES;
      case FIXED_32 -> at += Integer.BYTES;
      default -> throw new IllegalArgumentException("wire type " + type);
    }
  }

  private long varint() {
    long value = 0;
    for (int shift = 0; shift < Long.SIZE; shift += VARINT_BITS) {
      final byte next = bytes[at++];
      value |= (long) (next & VARINT_MASK) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw new IllegalArgumentException("a number without an end");
  }
}
