package io.mapscope.serializers.programs;

import com.google.gson.Gson;
import java.util.HashMap;
import java.util.Map;

/** Maps as roots, in a bean and in each other. */
public final class GsonProgram {
  private static final Map<String, Integer> MAP = new HashMap<>();
  private static final Map<String, Integer> IN_BEAN = new HashMap<>();
  private static final Map<String, Object> OUTER = new HashMap<>();

  private static final class Bean {
    final Map<String, Integer> map = IN_BEAN;
  }

  private GsonProgram() {}

  public static void main(String[] args) throws Exception {
    Truth.fill(MAP, IN_BEAN);
    Gson gson = new Gson();
    OUTER.put("inner", Truth.filled(new HashMap<>()));
    Truth.of("MAP", "gson", MAP.size(), () -> gson.toJson(MAP).length());
    Truth.of("OUTER", "gson", OUTER.size(), () -> gson.toJson(OUTER).length());
    Truth.of(
        "IN_BEAN",
        "gson",
        IN_BEAN.size(),
        () -> gson.toJson(new Bean()).isEmpty() ? 0 : Truth.UNSEEN);
  }
}
