package io.mapscope.weaver.serializer;

import io.mapscope.weaver.ClassPlan;
import io.mapscope.weaver.SerializationWeaves;
import java.util.List;
import java.util.MapscopeFormat;

/** Kryo 5: its output counts all bytes written, flushed or not. */
final class Kryo {
  private Kryo() {}

  static List<ClassPlan> plans() {
    return List.of(
        ClassPlan.of("com.esotericsoftware.kryo.serializers.MapSerializer")
            .needs("com/esotericsoftware/kryo/io/Output.total()J")
            .weave(
                SerializationWeaves.counted(
                    MapscopeFormat.KRYO, 2, 1, "total", "com/esotericsoftware/kryo/io/Output.()J"),
                "write(Lcom/esotericsoftware/kryo/Kryo;"
                    + "Lcom/esotericsoftware/kryo/io/Output;Ljava/util/Map;)V"));
  }
}
