package io.mapscope.weaver.serializer;

import io.mapscope.weaver.ClassPlan;
import io.mapscope.weaver.SerializationWeaves;
import java.util.List;
import java.util.MapscopeFormat;

/**
 * Gson. Every map goes by the adapter of {@code MapTypeAdapterFactory}; its writer does not count,
 * so the length is known of maps that {@code toJson} turns into a string only, in chars.
 */
final class Gson {
  private Gson() {}

  static List<ClassPlan> plans() {
    return List.of(
        ClassPlan.of("com.google.gson.internal.bind.MapTypeAdapterFactory$Adapter")
            .weave(
                SerializationWeaves.unsized(MapscopeFormat.GSON, 1),
                "write(Lcom/google/gson/stream/JsonWriter;Ljava/util/Map;)V"),
        ClassPlan.of("com.google.gson.Gson")
            .weave(
                SerializationWeaves.produced(MapscopeFormat.GSON, 0),
                "toJson(Ljava/lang/Object;Ljava/lang/reflect/Type;)Ljava/lang/String;"));
  }
}
