package io.mapscope.serializers.programs;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.cbor.CBORMapper;
import tools.jackson.dataformat.smile.SmileMapper;

/** JSON, CBOR and Smile by Jackson 3; maps as roots and in each other. */
public final class Jackson3 {
  private static final Map<String, Integer> JSON = new ConcurrentHashMap<>();
  private static final Map<String, Integer> TEXT = new TreeMap<>();
  private static final Map<String, Integer> CBOR = new HashMap<>();
  private static final Map<String, Integer> SMILE = new HashMap<>();
  private static final Map<String, Integer> CONVERTED = new HashMap<>();
  private static final Map<String, Object> OUTER = new HashMap<>();

  /** The header of a document, which belongs to no map. */
  private static final int SMILE_HEADER_BYTES = 4;

  private Jackson3() {}

  public static void main(String[] args) throws Exception {
    Truth.fill(JSON, TEXT, CBOR, SMILE, CONVERTED);
    ObjectMapper json = JsonMapper.builder().build();
    ObjectMapper cbor = CBORMapper.builder().build();
    ObjectMapper smile = SmileMapper.builder().build();
    OUTER.put("inner", Truth.filled(new HashMap<>()));
    Truth.of("JSON", "jackson-json", JSON.size(), () -> json.writeValueAsBytes(JSON).length);
    Truth.of("TEXT", "jackson-json", TEXT.size(), () -> json.writeValueAsString(TEXT).length());
    Truth.of("OUTER", "jackson-json", OUTER.size(), () -> json.writeValueAsBytes(OUTER).length);
    Truth.of("CBOR", "jackson-cbor", CBOR.size(), () -> cbor.writeValueAsBytes(CBOR).length);
    Truth.of(
        "SMILE",
        "jackson-smile",
        SMILE.size(),
        () -> smile.writeValueAsBytes(SMILE).length - SMILE_HEADER_BYTES);
    Truth.of(
        "CONVERTED",
        "jackson-convert",
        CONVERTED.size(),
        () -> json.convertValue(CONVERTED, TreeMap.class).isEmpty() ? 0 : Truth.UNSEEN);
  }
}
