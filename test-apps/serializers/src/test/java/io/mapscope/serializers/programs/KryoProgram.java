package io.mapscope.serializers.programs;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.io.Output;
import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.Map;

/** Maps as roots and in each other, into a buffer and into a stream. */
public final class KryoProgram {
  private static final Map<String, Integer> MAP = new HashMap<>();
  private static final Map<String, Integer> STREAM = new HashMap<>();
  private static final Map<String, Object> OUTER = new HashMap<>();

  private KryoProgram() {}

  public static void main(String[] args) throws Exception {
    Truth.fill(MAP, STREAM);
    Kryo kryo = new Kryo();
    kryo.setRegistrationRequired(false);
    kryo.setReferences(false);
    OUTER.put("inner", Truth.filled(new HashMap<>()));
    Truth.of("MAP", "kryo", MAP.size(), () -> buffered(kryo, MAP));
    Truth.of("STREAM", "kryo", STREAM.size(), () -> streamed(kryo, STREAM));
    Truth.of("OUTER", "kryo", OUTER.size(), () -> buffered(kryo, OUTER));
  }

  private static long buffered(Kryo kryo, Object map) {
    Output output = new Output(100, -1);
    kryo.writeObject(output, map);
    return output.toBytes().length;
  }

  private static long streamed(Kryo kryo, Object map) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Output output = new Output(bytes, 100)) {
      kryo.writeObject(output, map);
    }
    return bytes.size();
  }
}
