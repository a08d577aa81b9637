package io.mapscope.prove.records;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.UndeclaredThrowableException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a record class consists of, found out once by reflection and used by method handles from
 * then on; immutable. A set of components is a long, one bit for each.
 */
public final class RecordShape<R extends Record> {

  private static final int MOST_COMPONENTS = Long.SIZE;

  private final List<String> names;
  private final Map<String, Integer> indexes = new HashMap<>();
  private final Class<?>[] types;
  private final MethodHandle[] readers;
  private final MethodHandle reader;
  private final MethodHandle maker;

  private RecordShape(Class<R> type, MethodHandles.Lookup lookup)
      throws ReflectiveOperationException {
    RecordComponent[] components = type.getRecordComponents();
    if (components.length > MOST_COMPONENTS) {
      throw new IllegalArgumentException(
          type + " has " + components.length + " components, at most 64 are possible");
    }
    names = Arrays.stream(components).map(RecordComponent::getName).toList();
    types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    readers = new MethodHandle[components.length];
    for (int i = 0; i < components.length; i++) {
      indexes.put(names.get(i), i);
      readers[i] =
          lookup
              .unreflect(components[i].getAccessor())
              .asType(MethodType.methodType(Object.class, Record.class));
    }
    reader = readerOfAll(readers);
    maker =
        lookup
            .findConstructor(type, MethodType.methodType(void.class, types))
            .asSpreader(Object[].class, components.length)
            .asType(MethodType.methodType(Record.class, Object[].class));
  }

  /** One handle from a record to the array of all its values: one call instead of one for each. */
  private static MethodHandle readerOfAll(MethodHandle[] readers) {
    MethodHandle array =
        MethodHandles.identity(Object[].class).asCollector(Object[].class, readers.length);
    MethodHandle ofEach = MethodHandles.filterArguments(array, 0, readers);
    return MethodHandles.permuteArguments(
        ofEach, MethodType.methodType(Object[].class, Record.class), new int[readers.length]);
  }

  /**
   * The shape of {@code type}.
   *
   * @param lookup may see the record's accessors and its canonical constructor
   * @throws IllegalArgumentException when it may not, or there are more than 64 components
   */
  public static <R extends Record> RecordShape<R> of(Class<R> type, MethodHandles.Lookup lookup) {
    try {
      return new RecordShape<>(type, lookup);
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(type + " cannot be used: " + e.getMessage(), e);
    }
  }

  /** The shape of a {@code type} that everybody may see. */
  public static <R extends Record> RecordShape<R> of(Class<R> type) {
    return of(type, MethodHandles.publicLookup());
  }

  /** Names of the components, in their order. */
  public List<String> names() {
    return names;
  }

  /** The place of the component {@code name}, -1 when there is none. */
  int index(@Nullable Object name) {
    return indexes.getOrDefault(name, -1);
  }

  /** The value of the component at {@code index}. */
  @Nullable Object get(R record, int index) {
    try {
      return (Object) readers[index].invokeExact((Record) record);
    } catch (Throwable e) {
      throw unchecked(e);
    }
  }

  /** The record of {@code values}, which are in the order of the components. */
  @SuppressWarnings("unchecked") // the maker makes nothing else
  R make(@Nullable Object[] values) {
    try {
      return (R) (Record) maker.invokeExact(values);
    } catch (Throwable e) {
      throw unchecked(e);
    }
  }

  /** Accessors and constructors of records declare nothing checked, but may throw it. */
  private static RuntimeException unchecked(Throwable e) {
    if (e instanceof Error error) {
      throw error;
    }
    return e instanceof RuntimeException unchecked
        ? unchecked
        : new UndeclaredThrowableException(e);
  }

  /** Refuses a value that the component at {@code index} cannot have, as {@code Map.put} does. */
  void check(int index, @Nullable Object value) {
    Class<?> boxed = MethodType.methodType(types[index]).wrap().returnType();
    if (value == null && types[index].isPrimitive()) {
      throw new NullPointerException(names.get(index) + " is a " + types[index]);
    }
    if (value != null && !boxed.isInstance(value)) {
      throw new ClassCastException(
          names.get(index) + " is a " + types[index].getName() + ", no " + value.getClass());
    }
  }

  /** All values, in the order of the components. */
  @Nullable Object[] values(R record) {
    try {
      return (Object[]) reader.invokeExact((Record) record);
    } catch (Throwable e) {
      throw unchecked(e);
    }
  }

  /** The components in which the records differ. */
  long differing(R one, R other) {
    if (one == other) {
      return 0;
    }
    long differing = 0;
    @Nullable Object[] ones = values(one);
    @Nullable Object[] others = values(other);
    for (int i = 0; i < ones.length; i++) {
      if (!Objects.equals(ones[i], others[i])) {
        differing |= 1L << i;
      }
    }
    return differing;
  }

  /** {@code record} with the components {@code dirty} of {@code other}. */
  R merged(R record, R other, long dirty) {
    @Nullable Object[] values = values(record);
    for (long left = dirty; left != 0; left &= left - 1) {
      int index = Long.numberOfTrailingZeros(left);
      values[index] = get(other, index);
    }
    return make(values);
  }

  /** A map of its own with what is in {@code record}. */
  public Map<String, @Nullable Object> toMap(R record) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>(names.size() * 2);
    @Nullable Object[] values = values(record);
    for (int i = 0; i < values.length; i++) {
      map.put(names.get(i), values[i]);
    }
    return map;
  }

  /** A map that shows {@code record} without copying anything; writes stay in the map. */
  public RecordMap<R> view(R record) {
    return new RecordMap<>(this, record, 0);
  }

  /**
   * The record of {@code map}, whose keys must be the components' names.
   *
   * @throws IllegalArgumentException when a component is missing, or there is more
   */
  public R toRecord(Map<String, ?> map) {
    @Nullable Object[] values = new @Nullable Object[readers.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = map.get(names.get(i));
      if (values[i] == null && !map.containsKey(names.get(i))) {
        throw new IllegalArgumentException("there is no " + names.get(i) + " in " + map.keySet());
      }
    }
    if (map.size() != values.length) {
      throw new IllegalArgumentException("expected " + names + ", got " + map.keySet());
    }
    return make(values);
  }
}
