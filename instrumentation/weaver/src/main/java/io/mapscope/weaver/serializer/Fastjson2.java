package io.mapscope.weaver.serializer;

import io.mapscope.weaver.ClassPlan;
import io.mapscope.weaver.SerializationWeaves;
import java.util.List;
import java.util.MapscopeFormat;

/**
 * Fastjson2, JSON and JSONB. Its writer keeps the whole output in its buffer and tells the size: in
 * chars or bytes, as the writer was made for.
 */
final class Fastjson2 {
  private static final String ARGUMENTS =
      "(Lcom/alibaba/fastjson2/JSONWriter;"
          + "Ljava/lang/Object;Ljava/lang/Object;Ljava/lang/reflect/Type;J)V";

  private Fastjson2() {}

  static List<ClassPlan> plans() {
    return List.of(
        ClassPlan.of("com.alibaba.fastjson2.writer.ObjectWriterImplMap")
            .weave(
                SerializationWeaves.unsized(MapscopeFormat.FASTJSON2, 1),
                "write" + ARGUMENTS,
                "writeWithFilter" + ARGUMENTS)
            .weave(
                SerializationWeaves.unsized(MapscopeFormat.FASTJSON2_JSONB, 1),
                "writeJSONB" + ARGUMENTS),
        ClassPlan.of("com.alibaba.fastjson2.JSONWriter")
            .weave(
                SerializationWeaves.unsized(MapscopeFormat.FASTJSON2, 0),
                "write(Ljava/util/Map;)V"));
  }
}
