package io.mapscope.prove.serial;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Values that are texts: for maps with few bytes per entry.
 *
 * @param characters of each, at least; a number is always in it
 */
record TextValues(int characters) implements Values<String> {

  @Override
  public Class<String> type() {
    return String.class;
  }

  @Override
  public String sample(int number) {
    return Texts.atLeast(characters, Integer.toString(number));
  }

  @Override
  public void write(String value, JsonGenerator json) throws IOException {
    json.writeString(value);
  }

  @Override
  public void write(String value, DataOutput out) throws IOException {
    Texts.write(value, out);
  }

  @Override
  public String read(DataInput in) throws IOException {
    return Texts.read(in);
  }
}
