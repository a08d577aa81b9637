package io.mapscope.prove.serial;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.mapscope.prove.records.Holding;
import io.mapscope.prove.records.RecordShape;
import io.mapscope.prove.records.Trade;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.IntFunction;

/** A row: a small map with the names of a record's components for keys, converted to the record. */
final class RowContent<R extends Record> implements Content<Object> {

  private static final RecordShape<Holding> HOLDING = RecordShape.of(Holding.class);
  private static final RecordShape<Trade> TRADE = RecordShape.of(Trade.class);

  private final Class<R> type;
  private final RecordShape<R> shape;
  private final IntFunction<R> sample;
  private final Function<Map<String, Object>, R> byHand;

  private RowContent(
      Class<R> type,
      RecordShape<R> shape,
      IntFunction<R> sample,
      Function<Map<String, Object>, R> byHand) {
    this.type = type;
    this.shape = shape;
    this.sample = sample;
    this.byHand = byHand;
  }

  /** A row of about {@code entries}: of the records that there are, the nearest. */
  static RowContent<?> of(int entries) {
    int between = (HOLDING.names().size() + TRADE.names().size()) / 2;
    return entries <= between
        ? new RowContent<>(Holding.class, HOLDING, Holding::sample, Holding::ofMap)
        : new RowContent<>(Trade.class, TRADE, Trade::sample, Trade::ofMap);
  }

  @Override
  public SerialForm recorded() {
    return SerialForm.CONVERT;
  }

  @Override
  public int entries() {
    return shape.names().size();
  }

  @Override
  public String key(int index) {
    return shape.names().get(index);
  }

  @Override
  public Object value(int index, int number) {
    return Objects.requireNonNull(shape.toMap(sample.apply(number)).get(key(index)));
  }

  @Override
  public Way<Object, R> way(SerialForm form) {
    return new Way<>(writer(form), shape::toMap);
  }

  private Function<Map<String, Object>, R> writer(SerialForm form) {
    return switch (form) {
      case CONVERT -> {
        ObjectMapper mapper = new ObjectMapper();
        yield map -> mapper.convertValue(map, type);
      }
      case HANDLES -> shape::toRecord;
      case BY_HAND -> byHand;
      default -> throw new IllegalArgumentException(form + " converts no row");
    };
  }

  @Override
  public double bytesPerEntry() {
    return Double.NaN;
  }

  @Override
  public String description() {
    return "the map is a row, converted to a record of "
        + entries()
        + " components, texts, numbers and flags";
  }
}
