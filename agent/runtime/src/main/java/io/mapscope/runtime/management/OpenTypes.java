package io.mapscope.runtime.management;

import javax.management.openmbean.ArrayType;
import javax.management.openmbean.OpenDataException;
import javax.management.openmbean.SimpleType;

/** Open types that are needed in several places. */
final class OpenTypes {
  /** An array of texts. */
  static final ArrayType<String[]> TEXTS = texts();

  static final ArrayType<double[]> DOUBLES = ArrayType.getPrimitiveArrayType(double[].class);
  static final ArrayType<long[]> LONGS = ArrayType.getPrimitiveArrayType(long[].class);

  private OpenTypes() {}

  private static ArrayType<String[]> texts() {
    try {
      return new ArrayType<>(1, SimpleType.STRING);
    } catch (OpenDataException wrong) {
      throw new AssertionError("a constant of ours is wrong", wrong);
    }
  }
}
