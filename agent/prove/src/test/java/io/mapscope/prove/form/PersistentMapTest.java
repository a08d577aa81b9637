package io.mapscope.prove.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PersistentMapTest {

  /** A key of which only so many hashes exist. */
  private record Key(int id, int hashes) {
    @Override
    public int hashCode() {
      return (id % hashes) * 0x01010101;
    }
  }

  /** Few hashes make collisions, many make deep and wide tries. */
  @ParameterizedTest
  @ValueSource(ints = {1, 3, 40, 100_000})
  void map_changedAtRandom_isTheModel_andOlderOnesStayAsTheyWere(int hashes) {
    Random random = new Random(hashes);
    PersistentMap<Key, Integer> map = PersistentMap.empty();
    Map<Key, Integer> model = new HashMap<>();
    List<Map<Key, Integer>> older = new ArrayList<>();
    List<Map<Key, Integer>> models = new ArrayList<>();

    for (int i = 0; i < 4_000; i++) {
      Key key = new Key(random.nextInt(300), hashes);
      assertThat(map.get(key)).isEqualTo(model.get(key));
      if (random.nextInt(5) < 3) {
        map = map.with(key, i);
        model.put(key, i);
      } else {
        map = map.without(key);
        model.remove(key);
      }
      assertThat(map.size()).isEqualTo(model.size());
      if (i % 400 == 0) {
        older.add(map.asMap());
        models.add(new HashMap<>(model));
      }
    }
    assertThat(map.asMap()).isEqualTo(model);
    assertThat(older).isEqualTo(models);
    for (Key key : List.copyOf(model.keySet())) {
      map = map.without(key);
    }
    assertThat(map.asMap()).isEmpty();
  }
}
