package io.mapscope.prove.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.invoke.MethodHandles;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class RecordMapTest {

  private static final RecordShape<Trade> SHAPE =
      RecordShape.of(Trade.class, MethodHandles.lookup());

  private static final Map<String, Object> OTHERS =
      Map.of("quantity", 7, "price", 1.5, "venue", "XLON", "open", false, "account", 3L);

  private record Refusing(int number) {
    Refusing {
      if (number < 0) {
        throw new IllegalStateException("no negative ones");
      }
    }
  }

  @Test
  void view_randomPutsAndGets_isTheModel() {
    RecordMap<Trade> view = SHAPE.view(Trade.sample(4));
    Map<String, @Nullable Object> model = SHAPE.toMap(Trade.sample(4));
    Random random = new Random(5);

    for (int i = 0; i < 5_000; i++) {
      String name = SHAPE.names().get(random.nextInt(SHAPE.names().size()));
      Object value = random.nextBoolean() ? OTHERS.get(name) : SHAPE.toMap(sample(i)).get(name);
      if (value != null) {
        assertThat(view.put(name, value)).as("step " + i).isEqualTo(model.put(name, value));
      }
      assertThat(view.get(name)).isEqualTo(model.get(name));
    }
    assertThat(view).isEqualTo(model);
    assertThat(new LinkedHashMap<>(view).keySet()).containsExactlyElementsOf(model.keySet());
    assertThat(view.record()).isEqualTo(SHAPE.toRecord(model));
  }

  private static Trade sample(int number) {
    return Trade.sample(number);
  }

  @Test
  void view_nothingPut_isTheRecordItself() {
    Trade trade = Trade.sample(1);
    RecordMap<Trade> view = SHAPE.view(trade);

    assertThat(view.get("tags")).isSameAs(trade.tags());
    assertThat(view.record()).isSameAs(trade);
    view.put("quantity", 1);
    assertThat(view.record()).isNotSameAs(trade);
    assertThat(trade.quantity()).isEqualTo(101);
  }

  @Test
  void entry_set_writesTheMap() {
    RecordMap<Trade> view = SHAPE.view(Trade.sample(1));

    for (Map.Entry<String, @Nullable Object> entry : view.entrySet()) {
      if (entry.getKey().equals("venue")) {
        entry.setValue("XPAR");
      }
    }

    assertThat(view.record().venue()).isEqualTo("XPAR");
  }

  @Test
  void put_whatTheRecordCannotHave_isRefused() {
    RecordMap<Trade> view = SHAPE.view(Trade.sample(1));

    assertThatThrownBy(() -> view.put("colour", "red"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("colour");
    assertThatThrownBy(() -> view.put("quantity", "many")).isInstanceOf(ClassCastException.class);
    assertThatThrownBy(() -> view.put("quantity", null)).isInstanceOf(NullPointerException.class);
    assertThatThrownBy(() -> view.remove("quantity"))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThat(view.record()).isEqualTo(Trade.sample(1));
  }

  @Test
  void toRecord_missingOrMore_isRefused() {
    Map<String, @Nullable Object> map = SHAPE.toMap(Trade.sample(1));
    map.remove("note");

    assertThatThrownBy(() -> SHAPE.toRecord(map)).hasMessageContaining("there is no note");
    map.put("note", null);
    assertThat(SHAPE.toRecord(map).note()).isNull();
    map.put("colour", "red");
    assertThatThrownBy(() -> SHAPE.toRecord(map)).hasMessageContaining("colour");
  }

  @Test
  void make_recordRefusesItself_passesItsExceptionOn() {
    RecordShape<Refusing> shape = RecordShape.of(Refusing.class, MethodHandles.lookup());

    assertThatThrownBy(() -> shape.toRecord(Map.of("number", -1)))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void of_lookupThatMayNot_isRefused() {
    assertThatThrownBy(() -> RecordShape.of(Refusing.class, MethodHandles.publicLookup()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Refusing");
  }
}
