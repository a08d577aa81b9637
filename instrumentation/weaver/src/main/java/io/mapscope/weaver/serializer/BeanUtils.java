package io.mapscope.weaver.serializer;

import io.mapscope.weaver.ClassPlan;
import io.mapscope.weaver.SerializationWeaves;
import java.util.List;
import java.util.MapscopeFormat;

/** Commons BeanUtils: a bean filled from a map. */
final class BeanUtils {
  private BeanUtils() {}

  static List<ClassPlan> plans() {
    return List.of(
        plan("org.apache.commons.beanutils.BeanUtilsBean"),
        plan("org.apache.commons.beanutils2.BeanUtilsBean"));
  }

  private static ClassPlan plan(String className) {
    return ClassPlan.of(className)
        .weave(
            SerializationWeaves.unsized(MapscopeFormat.BEANUTILS, 1),
            "populate(Ljava/lang/Object;Ljava/util/Map;)V",
            "copyProperties(Ljava/lang/Object;Ljava/lang/Object;)V");
  }
}
