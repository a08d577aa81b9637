package io.mapscope.prove.seeds.form;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;

/**
 * Writes maps of holdings in the format of a Jackson factory, by code for this one record as a
 * generator would write it: no reflection, and the names of fields are encoded once.
 */
final class HoldingWriter {

  private static final SerializableString NAME = new SerializedString("name");
  private static final SerializableString UNITS = new SerializedString("units");
  private static final SerializableString PRICE = new SerializedString("price");
  private static final SerializableString ACTIVE = new SerializedString("active");

  private final JsonFactory factory;

  HoldingWriter(JsonFactory factory) {
    this.factory = factory;
  }

  /** Writes {@code map} to {@code out}. */
  void write(Map<String, Holding> map, OutputStream out) throws IOException {
    try (JsonGenerator json = factory.createGenerator(out)) {
      json.writeStartObject();
      for (Map.Entry<String, Holding> entry : map.entrySet()) {
        json.writeFieldName(entry.getKey());
        write(entry.getValue(), json);
      }
      json.writeEndObject();
    }
  }

  private static void write(Holding holding, JsonGenerator json) throws IOException {
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
}
