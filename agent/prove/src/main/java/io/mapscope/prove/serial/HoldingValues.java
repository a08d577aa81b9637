package io.mapscope.prove.serial;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import io.mapscope.prove.records.Holding;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Values that are small flat records; the names of their fields are encoded once.
 *
 * @param nameCharacters of the text in each, at least
 */
public record HoldingValues(int nameCharacters) implements Values<Holding> {

  private static final SerializableString NAME = new SerializedString("name");
  private static final SerializableString UNITS = new SerializedString("units");
  private static final SerializableString PRICE = new SerializedString("price");
  private static final SerializableString ACTIVE = new SerializedString("active");

  @Override
  public Class<Holding> type() {
    return Holding.class;
  }

  @Override
  public Holding sample(int number) {
    Holding one = Holding.sample(number);
    String name = Texts.atLeast(nameCharacters, one.name());
    return new Holding(name, one.units(), one.price(), one.active());
  }

  @Override
  public void write(Holding holding, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeFieldName(NAME);
    json.writeString(holding.name());
    json.writeFieldName(UNITS);
    json.writeNumber(holding.units());
    json.writeFieldName(PRICE);
    json.writeNumber(holding.price());
    json.writeFieldName(ACTIVE);
    json.writeBoolean(holding.active());
    json.writeEndObject();
  }

  @Override
  public void write(Holding holding, DataOutput out) throws IOException {
    Texts.write(holding.name(), out);
    out.writeLong(holding.units());
    out.writeDouble(holding.price());
    out.writeBoolean(holding.active());
  }

  @Override
  public Holding read(DataInput in) throws IOException {
    return new Holding(Texts.read(in), in.readLong(), in.readDouble(), in.readBoolean());
  }
}
