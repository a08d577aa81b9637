package io.mapscope.serializers.programs;

import com.alibaba.fastjson2.JSON;
import com.alibaba.fastjson2.JSONB;
import java.util.HashMap;
import java.util.Map;

/** Maps as roots and in each other, as text, as bytes and in the binary form. */
public final class Fastjson2Program {
  private static final Map<String, Integer> TEXT = new HashMap<>();
  private static final Map<String, Integer> BYTES = new HashMap<>();
  private static final Map<String, Integer> BINARY = new HashMap<>();
  private static final Map<String, Object> OUTER = new HashMap<>();

  private Fastjson2Program() {}

  public static void main(String[] args) throws Exception {
    Truth.fill(TEXT, BYTES, BINARY);
    OUTER.put("inner", Truth.filled(new HashMap<>()));
    Truth.of("TEXT", "fastjson2", TEXT.size(), () -> JSON.toJSONString(TEXT).length());
    Truth.of("BYTES", "fastjson2", BYTES.size(), () -> JSON.toJSONBytes(BYTES).length);
    Truth.of("BINARY", "fastjson2-jsonb", BINARY.size(), () -> JSONB.toBytes(BINARY).length);
    Truth.of("OUTER", "fastjson2", OUTER.size(), () -> JSON.toJSONString(OUTER).length());
  }
}
