package io.mapscope.prove.seeds.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mapscope.prove.records.RecordMap;
import io.mapscope.prove.records.RecordShape;
import io.mapscope.prove.records.SyncedRecord;
import io.mapscope.prove.records.Trade;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The converters that are measured. */
final class Converters {

  private static final TypeReference<Map<String, @Nullable Object>> MAP = new TypeReference<>() {};

  private static final RecordShape<Trade> SHAPE = RecordShape.of(Trade.class);

  private Converters() {}

  /** Jackson's {@code convertValue}: reflection, by way of a buffer of JSON's tokens. */
  static final class ConvertValue implements Converter {

    private final ObjectMapper mapper = new ObjectMapper();

    @Override
    public Map<String, @Nullable Object> toMap(Trade trade) {
      return mapper.convertValue(trade, MAP);
    }

    @Override
    public Trade toRecord(Map<String, @Nullable Object> map) {
      return mapper.convertValue(map, Trade.class);
    }
  }

  /** By way of JSON as text. */
  static final class JsonText implements Converter {

    private final ObjectMapper mapper = new ObjectMapper();

    @Override
    public Map<String, @Nullable Object> toMap(Trade trade) {
      try {
        return mapper.readValue(mapper.writeValueAsString(trade), MAP);
      } catch (JsonProcessingException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public Trade toRecord(Map<String, @Nullable Object> map) {
      try {
        return mapper.readValue(mapper.writeValueAsString(map), Trade.class);
      } catch (JsonProcessingException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** {@code java.lang.reflect}, what it finds kept. */
  static final class CoreReflection implements Converter {

    private final RecordComponent[] components = Trade.class.getRecordComponents();
    private final Constructor<Trade> constructor;

    CoreReflection() {
      try {
        constructor =
            Trade.class.getDeclaredConstructor(
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
      } catch (NoSuchMethodException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public Map<String, @Nullable Object> toMap(Trade trade) {
      Map<String, @Nullable Object> map = new LinkedHashMap<>();
      try {
        for (RecordComponent component : components) {
          map.put(component.getName(), component.getAccessor().invoke(trade));
        }
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
      return map;
    }

    @Override
    public Trade toRecord(Map<String, @Nullable Object> map) {
      @Nullable Object[] values = new @Nullable Object[components.length];
      for (int i = 0; i < values.length; i++) {
        values[i] = map.get(components[i].getName());
      }
      try {
        return constructor.newInstance(values);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** Method handles that were looked up once. */
  static final class Handles implements Converter {

    @Override
    public Map<String, @Nullable Object> toMap(Trade trade) {
      return SHAPE.toMap(trade);
    }

    @Override
    public Trade toRecord(Map<String, @Nullable Object> map) {
      return SHAPE.toRecord(map);
    }
  }

  /** Code for this one record, as a generator would write it. */
  static final class Generated implements Converter {

    @Override
    public Map<String, @Nullable Object> toMap(Trade trade) {
      return trade.toMap();
    }

    @Override
    public Trade toRecord(Map<String, @Nullable Object> map) {
      return Trade.ofMap(map);
    }
  }

  /** The record shown as a map; nothing is copied before something is put. */
  static final class View implements Converter {

    @Override
    public Map<String, @Nullable Object> toMap(Trade trade) {
      return SHAPE.view(trade);
    }

    @Override
    public Trade toRecord(Map<String, @Nullable Object> map) {
      return map instanceof RecordMap<?> view ? (Trade) view.record() : SHAPE.toRecord(map);
    }
  }

  /**
   * The same view, of a record that others may change at any time: what comes in as a record and
   * what comes back as a map is committed. Confined to one thread.
   */
  static final class Synced implements Converter {

    private @Nullable SyncedRecord<Trade> synced;

    @Override
    public Map<String, @Nullable Object> toMap(Trade trade) {
      SyncedRecord<Trade> its = synced;
      if (its == null) {
        its = new SyncedRecord<>(SHAPE, trade);
        synced = its;
      }
      committed(its.commit(its.now(), trade));
      return its.map();
    }

    @Override
    @SuppressWarnings("unchecked") // the map is one of toMap
    public Trade toRecord(Map<String, @Nullable Object> map) {
      SyncedRecord<Trade> its = Objects.requireNonNull(synced, "toMap comes first");
      committed(its.commit((RecordMap<Trade>) map));
      return its.now().record();
    }

    private static void committed(SyncedRecord.Outcome outcome) {
      if (!outcome.committed()) {
        throw new IllegalStateException("nobody else writes it, but so did " + outcome);
      }
    }
  }
}
