package io.mapscope.prove.seeds.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mapscope.prove.Together;
import io.mapscope.prove.records.Holding;
import io.mapscope.prove.serial.SerialSubject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every serialized map against a model: what is read back is a HashMap's content. */
final class SerializedFormTest {

  private static final TypeReference<Map<String, Holding>> TYPE = new TypeReference<>() {};

  private static byte[] bytes(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.remaining()];
    buffer.get(bytes);
    return bytes;
  }

  private static Map<String, Holding> read(SerializedForm form, ByteBuffer buffer)
      throws IOException {
    return new ObjectMapper(form.format()).readValue(bytes(buffer), TYPE);
  }

  @ParameterizedTest
  @EnumSource(SerializedForm.class)
  void form_randomWrites_readBackAsTheModel(SerializedForm form) throws IOException {
    SerialSubject<Holding, ByteBuffer> map = form.make();
    Map<String, Holding> model = new HashMap<>();
    Random random = new Random(21);

    assertThat(read(form, map.serialize())).isEmpty();
    for (int i = 0; i < 2_000; i++) {
      String key = "\u20ac \"" + random.nextInt(300);
      Holding value =
          new Holding("h" + i, random.nextLong(), random.nextGaussian(), random.nextBoolean());
      map.put(key, value);
      model.put(key, value);
      if (i % 200 == 0) {
        assertThat(read(form, map.serialize())).as("write " + i).isEqualTo(model);
        assertThat(read(form, map.serialize())).as("again").isEqualTo(model);
      }
    }
    assertThat(read(form, map.serialize())).isEqualTo(model);
  }

  /** Whoever has written sees it in what is serialized after that, kept or not. */
  @ParameterizedTest
  @EnumSource(SerializedForm.class)
  void form_writtenByManyThreads_showsEachItsOwnWrite(SerializedForm form) throws Exception {
    SerialSubject<Holding, ByteBuffer> map = form.make();

    Together.run(
        3,
        thread -> {
          for (int i = 0; i < 150; i++) {
            Holding mine = Holding.sample(i);
            map.put("thread " + thread, mine);
            assertThat(unchecked(form, map)).containsEntry("thread " + thread, mine);
          }
        });
  }

  private static Map<String, Holding> unchecked(
      SerializedForm form, SerialSubject<Holding, ByteBuffer> map) {
    try {
      return read(form, map.serialize());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
