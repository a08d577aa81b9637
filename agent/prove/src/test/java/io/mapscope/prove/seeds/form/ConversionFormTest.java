package io.mapscope.prove.seeds.form;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapscope.prove.records.Trade;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every converter against what a conversion means. */
final class ConversionFormTest {

  @ParameterizedTest
  @EnumSource(ConversionForm.class)
  void form_randomRecords_comeBackWithWhatWasPut(ConversionForm form) {
    Converter converter = form.make();
    Random random = new Random(9);

    for (int i = 0; i < 500; i++) {
      Trade trade = random(random);
      Map<String, @Nullable Object> map = converter.toMap(trade);
      assertThat(map).hasSize(10).containsEntry("symbol", trade.symbol());
      assertThat(converter.toRecord(map)).isEqualTo(trade);

      Map<String, @Nullable Object> changed = converter.toMap(trade);
      changed.put("quantity", trade.quantity() + 1);
      Trade expected = withQuantity(trade, trade.quantity() + 1);
      assertThat(converter.toRecord(changed)).isEqualTo(expected);
    }
  }

  private static Trade random(Random random) {
    return new Trade(
        "T" + random.nextInt(),
        random.nextBoolean() ? "ACME" : "\u00dcn\u00ef\"\\",
        random.nextLong(),
        random.nextInt(1000),
        random.nextDouble(),
        random.nextBoolean(),
        "",
        random.nextLong(),
        random.nextBoolean() ? List.of() : List.of("a", "b"),
        "n");
  }

  private static Trade withQuantity(Trade trade, int quantity) {
    return new Trade(
        trade.id(),
        trade.symbol(),
        trade.account(),
        quantity,
        trade.price(),
        trade.open(),
        trade.venue(),
        trade.createdMillis(),
        trade.tags(),
        trade.note());
  }
}
