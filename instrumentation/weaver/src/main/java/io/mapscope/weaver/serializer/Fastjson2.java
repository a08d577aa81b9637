package io.mapscope.weaver.serializer;

import io.mapscope.weaver.ClassPlan;
import io.mapscope.weaver.SerializationWeaves;
import io.mapscope.weaver.Weave;
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
            .needs("com/alibaba/fastjson2/JSONWriter.size()I")
            .weave(
                counted(MapscopeFormat.FASTJSON2),
                "write" + ARGUMENTS,
                "writeWithFilter" + ARGUMENTS)
            .weave(counted(MapscopeFormat.FASTJSON2_JSONB), "writeJSONB" + ARGUMENTS));
  }

  private static Weave counted(int format) {
    return SerializationWeaves.counted(
        format, 1, 0, "size", "com/alibaba/fastjson2/JSONWriter.()I");
  }
}
