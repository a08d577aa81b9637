package io.mapscope.prove.serial;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Texts of a certain length, and any text in binary form. */
final class Texts {

  private static final String FILL = "x";

  private Texts() {}

  /** {@code text}, made longer to {@code characters} where it is shorter. */
  static String atLeast(int characters, String text) {
    return text + FILL.repeat(Math.max(0, characters - text.length()));
  }

  /** Writes a text of any length, which {@code writeUTF} does not. */
  static void write(String text, DataOutput out) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  /** Reads what {@link #write} wrote. */
  static String read(DataInput in) throws IOException {
    byte[] bytes = new byte[in.readInt()];
    in.readFully(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
