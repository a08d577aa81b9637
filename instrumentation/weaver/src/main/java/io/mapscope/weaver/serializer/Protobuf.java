package io.mapscope.weaver.serializer;

import io.mapscope.weaver.ClassPlan;
import io.mapscope.weaver.SerializationWeaves;
import java.util.List;

/**
 * Protocol Buffers. Generated messages write a map field by one static method per type of key, of
 * {@code GeneratedMessageV3} until 3.x and of {@code GeneratedMessage} since 4. Both are in both,
 * so neither must have them.
 */
final class Protobuf {
  private static final String ARGUMENTS =
      "(Lcom/google/protobuf/CodedOutputStream;"
          + "Lcom/google/protobuf/MapField;Lcom/google/protobuf/MapEntry;I)V";

  private Protobuf() {}

  static List<ClassPlan> plans() {
    return List.of(
        messages("com.google.protobuf.GeneratedMessageV3"),
        messages("com.google.protobuf.GeneratedMessage"));
  }

  private static ClassPlan messages(String className) {
    return ClassPlan.of(className)
        .needs(
            "com/google/protobuf/MapField.getMap()Ljava/util/Map;",
            "com/google/protobuf/CodedOutputStream.getTotalBytesWritten()I")
        .weave(
            SerializationWeaves.PROTOBUF,
            "serializeIntegerMapTo" + ARGUMENTS + "?",
            "serializeLongMapTo" + ARGUMENTS + "?",
            "serializeStringMapTo" + ARGUMENTS + "?",
            "serializeBooleanMapTo" + ARGUMENTS + "?");
  }
}
