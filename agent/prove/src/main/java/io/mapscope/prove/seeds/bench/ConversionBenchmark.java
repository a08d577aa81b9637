package io.mapscope.prove.seeds.bench;

import io.mapscope.prove.records.Trade;
import io.mapscope.prove.seeds.form.ConversionForm;
import io.mapscope.prove.seeds.form.Converter;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A record of ten components becomes a map, one of them is put, and it becomes a record again. */
@State(Scope.Thread)
@SuppressWarnings("NullAway.Init") // JMH sets parameters, make the rest
public class ConversionBenchmark {

  /** What JMH calls it. */
  public static final String NAME = ConversionBenchmark.class.getName() + ".roundTrip";

  /** A {@link ConversionForm}. */
  @Param("CONVERT_VALUE")
  public String form;

  private Converter converter;
  private Trade trade;
  private int quantity;

  /** Makes the converter and the first record. */
  @Setup(Level.Trial)
  public void make() {
    converter = ConversionForm.valueOf(form).make();
    trade = Trade.sample(1);
  }

  /** There and back; the next one begins with what came out. */
  @Benchmark
  public Object roundTrip() {
    Map<String, @Nullable Object> map = converter.toMap(trade);
    map.put("quantity", quantity++ & 0xFFFF);
    trade = converter.toRecord(map);
    return trade;
  }
}
