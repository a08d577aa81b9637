package io.mapscope.prove.serial;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mapscope.prove.records.Holding;
import io.mapscope.prove.records.RecordShape;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A large map of records, converted to maps of maps.
 *
 * @param entries of the map
 */
record RecordsContent(int entries) implements Content<Holding> {

  private static final RecordShape<Holding> SHAPE = RecordShape.of(Holding.class);
  private static final TypeReference<Map<String, Map<String, @Nullable Object>>> PLAIN =
      new TypeReference<>() {};

  @Override
  public SerialForm recorded() {
    return SerialForm.CONVERT;
  }

  @Override
  public String key(int index) {
    return "key-" + index;
  }

  @Override
  public Holding value(int index, int number) {
    return Holding.sample(number);
  }

  @Override
  public Way<Holding, Map<String, Map<String, @Nullable Object>>> way(SerialForm form) {
    return new Way<>(writer(form), plain -> each(plain, Holding::ofMap));
  }

  private static Function<Map<String, Holding>, Map<String, Map<String, @Nullable Object>>> writer(
      SerialForm form) {
    return switch (form) {
      case CONVERT -> {
        ObjectMapper mapper = new ObjectMapper();
        yield map -> mapper.convertValue(map, PLAIN);
      }
      case HANDLES -> map -> each(map, SHAPE::toMap);
      case BY_HAND -> map -> each(map, Holding::toMap);
      default -> throw new IllegalArgumentException(form + " converts no map of records");
    };
  }

  private static <A, B> Map<String, B> each(Map<String, A> map, Function<A, B> conversion) {
    Map<String, B> converted = new HashMap<>();
    map.forEach((key, value) -> converted.put(key, conversion.apply(value)));
    return converted;
  }

  @Override
  public double bytesPerEntry() {
    return Double.NaN;
  }

  @Override
  public String description() {
    return "keys are texts, values records of a text, a whole number, a fraction and a flag, each"
        + " converted to a map";
  }
}
