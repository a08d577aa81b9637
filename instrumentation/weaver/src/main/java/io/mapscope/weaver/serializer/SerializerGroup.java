package io.mapscope.weaver.serializer;

import io.mapscope.weaver.ClassPlan;
import io.mapscope.weaver.MapFamily;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The closed list of names that option {@code serializers} knows beside all and none. */
public enum SerializerGroup {
  JAVA,
  JACKSON,
  GSON,
  KRYO,
  FASTJSON2,
  PROTOBUF,
  /** Commons BeanUtils, from a map to a bean. */
  BEANS;

  /** The word for all of them. */
  public static final String ALL = "all";

  /** The word for none of them. */
  public static final String NONE = "none";

  /** The name in the option. */
  public String optionName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** All names, in order. */
  public static List<String> optionNames() {
    List<String> names = new ArrayList<>();
    for (SerializerGroup group : values()) {
      names.add(group.optionName());
    }
    return names;
  }

  private boolean isIn(List<String> names) {
    return names.contains(ALL) || names.contains(optionName());
  }

  /** What the JDK itself serializes with, if {@code names} say so. */
  public static List<MapFamily> families(List<String> names) {
    return JAVA.isIn(names) ? List.of(JavaSerialization.family()) : List.of();
  }

  /** The classes of the libraries that {@code names} say. */
  public static List<ClassPlan> plans(List<String> names) {
    List<ClassPlan> plans = new ArrayList<>();
    for (SerializerGroup group : values()) {
      if (group.isIn(names)) {
        plans.addAll(group.plans());
      }
    }
    return plans;
  }

  private List<ClassPlan> plans() {
    return switch (this) {
      case JAVA -> List.of();
      case JACKSON -> Jackson.plans();
      case GSON -> Gson.plans();
      case KRYO -> Kryo.plans();
      case FASTJSON2 -> Fastjson2.plans();
      case PROTOBUF -> Protobuf.plans();
      case BEANS -> BeanUtils.plans();
    };
  }
}
