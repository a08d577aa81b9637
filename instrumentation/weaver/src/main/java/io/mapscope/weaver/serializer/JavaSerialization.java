package io.mapscope.weaver.serializer;

import io.mapscope.weaver.ClassPlan;
import io.mapscope.weaver.MapFamily;
import io.mapscope.weaver.SerializationWeaves;
import java.util.List;

/**
 * Java serialization. {@code writeObject0} sees every object of the graph, hence also maps in
 * wrappers and subclasses of the user's; the buffer below it gives its bytes away by {@code
 * OutputStream.write}.
 */
final class JavaSerialization {
  private JavaSerialization() {}

  static MapFamily family() {
    return new MapFamily(
        "ObjectOutputStream",
        List.of(
            ClassPlan.of("java.io.ObjectOutputStream")
                .weave(SerializationWeaves.JAVA, "writeObject0(Ljava/lang/Object;Z)V"),
            ClassPlan.of("java.io.ObjectOutputStream$BlockDataOutputStream")
                .weave(
                    SerializationWeaves.COUNT_WRITTEN,
                    "drain()V",
                    "write([BIIZ)V",
                    "writeBlockHeader(I)V")));
  }
}
