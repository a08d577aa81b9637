package io.mapscope.serializers.programs;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import com.fasterxml.jackson.dataformat.smile.SmileFactory;
import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** JSON, CBOR and Smile; maps as roots, in beans and in each other. */
public final class Jackson2 {
  /** The header of a Smile document, which belongs to no map. */
  private static final int SMILE_HEADER_BYTES = 4;

  private static final Map<String, Integer> JSON = new ConcurrentHashMap<>();
  private static final Map<String, Integer> TEXT = new TreeMap<>();
  private static final Map<String, Integer> STREAM = new HashMap<>();
  private static final Map<String, Integer> CBOR = new HashMap<>();
  private static final Map<String, Integer> SMILE = new HashMap<>();
  private static final Map<String, Integer> CONVERTED = new HashMap<>();
  private static final Map<String, Integer> IN_BEAN = new HashMap<>();
  private static final Map<String, Object> OUTER = new HashMap<>();

  /** A bean that holds a map. */
  public static final class Bean {
    public String name = "bean";
    public Map<String, Integer> map = IN_BEAN;
  }

  private Jackson2() {}

  public static void main(String[] args) throws Exception {
    Truth.fill(JSON, TEXT, STREAM, CBOR, SMILE, CONVERTED, IN_BEAN);
    ObjectMapper json = new ObjectMapper();
    ObjectMapper cbor = new ObjectMapper(new CBORFactory());
    ObjectMapper smile = new ObjectMapper(new SmileFactory());
    OUTER.put("inner", Truth.filled(new HashMap<>()));
    OUTER.put("list", List.of(Truth.filled(new HashMap<>())));
    String around = "{\"name\":\"bean\",\"map\"}"; // the colon is written with the map's brace
    Truth.of("JSON", "jackson-json", JSON.size(), () -> json.writeValueAsBytes(JSON).length);
    Truth.of("TEXT", "jackson-json", TEXT.size(), () -> json.writeValueAsString(TEXT).length());
    Truth.of("STREAM", "jackson-json", STREAM.size(), () -> streamed(json, STREAM));
    Truth.of("CBOR", "jackson-cbor", CBOR.size(), () -> cbor.writeValueAsBytes(CBOR).length);
    Truth.of(
        "SMILE",
        "jackson-smile",
        SMILE.size(),
        () -> smile.writeValueAsBytes(SMILE).length - SMILE_HEADER_BYTES);
    Truth.of("CONVERTED", "jackson-convert", CONVERTED.size(), () -> converted(json));
    Truth.of(
        "IN_BEAN",
        "jackson-json",
        IN_BEAN.size(),
        () -> json.writeValueAsString(new Bean()).length() - around.length());
    Truth.of("OUTER", "jackson-json", OUTER.size(), () -> json.writeValueAsBytes(OUTER).length);
  }

  private static long streamed(ObjectMapper json, Object map) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    json.writeValue(bytes, map);
    return bytes.size();
  }

  private static long converted(ObjectMapper json) {
    Map<?, ?> copy = json.convertValue(CONVERTED, TreeMap.class);
    if (copy.size() != CONVERTED.size()) {
      throw new IllegalStateException("converted " + copy.size());
    }
    return Truth.UNSEEN;
  }
}
