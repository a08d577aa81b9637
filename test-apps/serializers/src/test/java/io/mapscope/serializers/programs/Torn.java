package io.mapscope.serializers.programs;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.Serializer;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.gson.Gson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import jdk.jfr.FlightRecorder;
import jdk.jfr.RecordingState;
import tools.jackson.databind.json.JsonMapper;

/** Serializes maps twice each; during the second time another thread writes to the map. */
public final class Torn {
  /** Writes during the second serialization. */
  public static final int WRITES = 7;

  /** Shorter serializations become no event. */
  private static final long LONGER_THAN_THE_THRESHOLD_NANOS = 5_000_000;

  private static final Map<Object, Integer> JAVA = new ConcurrentHashMap<>();
  private static final Map<Object, Integer> JACKSON_2 = new ConcurrentHashMap<>();
  private static final Map<Object, Integer> JACKSON_3 = new ConcurrentHashMap<>();
  private static final Map<Object, Integer> GSON = new ConcurrentHashMap<>();
  private static final Map<Object, Integer> KRYO = new ConcurrentHashMap<>();

  private Torn() {}

  /** A key that lets another thread write while it is being serialized, once armed. */
  private static final class Key implements Serializable {
    private static final long serialVersionUID = 1L;
    private final transient Map<Object, Integer> map;
    private transient boolean armed;

    Key(Map<Object, Integer> map) {
      this.map = map;
    }

    @Override
    public String toString() {
      beSerialized();
      return "key";
    }

    private void writeObject(ObjectOutputStream out) throws IOException {
      beSerialized();
      out.defaultWriteObject();
    }

    void beSerialized() {
      if (armed) {
        armed = false;
        Thread writer = new Thread(() -> writeTo(map));
        writer.start();
        try {
          writer.join();
        } catch (InterruptedException interrupted) {
          throw new IllegalStateException(interrupted);
        }
      }
    }
  }

  /** The agent starts its recording beside {@code main}; events before that would be in none. */
  private static void awaitRecording() {
    while (FlightRecorder.getFlightRecorder().getRecordings().stream()
        .noneMatch(recording -> recording.getState() == RecordingState.RUNNING)) {
      LockSupport.parkNanos(LONGER_THAN_THE_THRESHOLD_NANOS);
    }
  }

  private static void writeTo(Map<Object, Integer> map) {
    LockSupport.parkNanos(LONGER_THAN_THE_THRESHOLD_NANOS);
    for (int i = 0; i < WRITES; i++) {
      map.put("new", i);
    }
  }

  public static void main(String[] args) throws Exception {
    awaitRecording();
    twice(JAVA, () -> new ObjectOutputStream(new ByteArrayOutputStream()).writeObject(JAVA));
    ObjectMapper jackson2 = new ObjectMapper();
    twice(JACKSON_2, () -> jackson2.writeValueAsBytes(JACKSON_2));
    JsonMapper jackson3 = JsonMapper.builder().build();
    twice(JACKSON_3, () -> jackson3.writeValueAsBytes(JACKSON_3));
    Gson gson = new Gson();
    twice(GSON, () -> gson.toJson(GSON, new StringBuilder()));
    Kryo kryo = new Kryo();
    kryo.register(ConcurrentHashMap.class);
    kryo.register(Key.class, new KeySerializer());
    twice(KRYO, () -> kryo.writeClassAndObject(new Output(1_000), KRYO));
  }

  /** Serializes a map. */
  private interface Step {
    void run() throws Exception;
  }

  private static void twice(Map<Object, Integer> map, Step step) throws Exception {
    Key key = new Key(map);
    map.put(key, 1);
    step.run();
    key.armed = true;
    step.run();
    if (key.armed) {
      throw new IllegalStateException("the key was not serialized");
    }
  }

  private static final class KeySerializer extends Serializer<Key> {
    @Override
    public void write(Kryo kryo, Output output, Key key) {
      key.beSerialized();
    }

    @Override
    public Key read(Kryo kryo, Input input, Class<? extends Key> type) {
      throw new UnsupportedOperationException("nobody reads it");
    }
  }
}
