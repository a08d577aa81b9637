package io.mapscope.weaver.serializer;

import io.mapscope.weaver.ClassPlan;
import io.mapscope.weaver.SerializationWeaves;
import java.util.ArrayList;
import java.util.List;

/**
 * Jackson 2 and 3. Every map, whether the root or in a bean, goes by {@code MapSerializer}; the
 * generator tells the format and how much is in its buffer, which it gives away in {@code
 * _flushBuffer}. {@code convertValue} writes into a {@code TokenBuffer}, which has no bytes.
 */
final class Jackson {
  private static final String CORE_2 = "com.fasterxml.jackson.core.";
  private static final String CORE_3 = "tools.jackson.core.";
  private static final String FORMATS_2 = "com.fasterxml.jackson.dataformat.";
  private static final String FORMATS_3 = "tools.jackson.dataformat.";
  private static final String BUFFERED_2 = "getOutputBuffered";
  private static final String BUFFERED_3 = "streamWriteOutputBuffered";

  private Jackson() {}

  static List<ClassPlan> plans() {
    List<ClassPlan> plans = new ArrayList<>();
    plans.add(version2());
    plans.add(version3());
    for (String generator : List.of("json.UTF8JsonGenerator", "json.WriterBasedJsonGenerator")) {
      plans.add(generator(CORE_2 + generator, BUFFERED_2));
      plans.add(generator(CORE_3 + generator, BUFFERED_3));
    }
    for (String generator : List.of("cbor.CBORGenerator", "smile.SmileGenerator")) {
      plans.add(generator(FORMATS_2 + generator, BUFFERED_2));
      plans.add(generator(FORMATS_3 + generator, BUFFERED_3));
    }
    return plans;
  }

  /**
   * From 2.6 on, which {@code serializeFilteredFields} with five arguments shows: before, a
   * generator did not tell its buffer's fill.
   */
  private static ClassPlan version2() {
    String start = "(Ljava/util/Map;Lcom/fasterxml/jackson/core/JsonGenerator;";
    String databind = "Lcom/fasterxml/jackson/databind/";
    return ClassPlan.of("com.fasterxml.jackson.databind.ser.std.MapSerializer")
        .needs("com/fasterxml/jackson/core/JsonGenerator.getOutputBuffered()I")
        .expect(
            "serializeFilteredFields"
                + start
                + databind
                + "SerializerProvider;"
                + databind
                + "ser/PropertyFilter;Ljava/lang/Object;)V")
        .weave(
            SerializationWeaves.jackson("com/fasterxml/jackson/core/JsonGenerator", BUFFERED_2),
            "serialize" + start + databind + "SerializerProvider;)V",
            "serializeWithType"
                + start
                + databind
                + "SerializerProvider;"
                + databind
                + "jsontype/TypeSerializer;)V");
  }

  private static ClassPlan version3() {
    String start = "(Ljava/util/Map;Ltools/jackson/core/JsonGenerator;";
    String context = "Ltools/jackson/databind/SerializationContext;";
    return ClassPlan.of("tools.jackson.databind.ser.jdk.MapSerializer")
        .needs("tools/jackson/core/JsonGenerator.streamWriteOutputBuffered()I")
        .weave(
            SerializationWeaves.jackson("tools/jackson/core/JsonGenerator", BUFFERED_3),
            "serialize" + start + context + ")V",
            "serializeWithType"
                + start
                + context
                + "Ltools/jackson/databind/jsontype/TypeSerializer;)V");
  }

  private static ClassPlan generator(String name, String buffered) {
    return ClassPlan.of(name)
        .expect(buffered + "()I")
        .weave(SerializationWeaves.flushes(name.replace('.', '/'), buffered), "_flushBuffer()V");
  }
}
