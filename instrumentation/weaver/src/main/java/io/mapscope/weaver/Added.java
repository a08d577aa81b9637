package io.mapscope.weaver;

import java.util.Arrays;

/** Small help for what weaving adds to a class. */
final class Added {
  private Added() {}

  /** {@code interfaces} and one more. */
  static String[] to(String[] interfaces, String one) {
    String[] more = Arrays.copyOf(interfaces, interfaces.length + 1);
    more[interfaces.length] = one;
    return more;
  }
}
