package io.mapscope.prove.seeds.form;

import io.mapscope.prove.records.Trade;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A way from a record to a map, which may be changed, and back. */
public interface Converter {

  /** The components of {@code trade} by their names; changes of the map leave the record alone. */
  Map<String, @Nullable Object> toMap(Trade trade);

  /** The record of what {@link #toMap} gave, with what was put since. */
  Trade toRecord(Map<String, @Nullable Object> map);
}
