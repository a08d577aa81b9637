package io.mapscope.jmc;

import io.mapscope.jfr.EventValues;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmc.common.item.IAccessorKey;
import org.openjdk.jmc.common.item.IItem;
import org.openjdk.jmc.common.item.IMemberAccessor;
import org.openjdk.jmc.common.item.IType;
import org.openjdk.jmc.common.unit.IQuantity;

/**
 * The fields of an event that JMC has parsed. JMC keeps a quantity in the unit of the field's
 * definition, so its number is the one that was stored.
 */
final class ItemValues implements EventValues {

  /** How to read the fields of one event type, by field. */
  static final class Fields {

    private final Map<String, IMemberAccessor<?, IItem>> accessors = new HashMap<>();

    Fields(IType<IItem> type) {
      for (IAccessorKey<?> field : type.getAccessorKeys().keySet()) {
        accessors.put(field.getIdentifier(), type.getAccessor(field));
      }
    }

    EventValues of(IItem item) {
      return new ItemValues(this, item);
    }
  }

  private final Fields fields;
  private final IItem item;

  private ItemValues(Fields fields, IItem item) {
    this.fields = fields;
    this.item = item;
  }

  @Override
  public boolean has(String field) {
    return fields.accessors.containsKey(field);
  }

  @Override
  public @Nullable String text(String field) {
    return (String) value(field);
  }

  @Override
  public long longInteger(String field) {
    Object value = value(field);
    return value instanceof IQuantity quantity ? quantity.longValue() : ofNumber(value).longValue();
  }

  @Override
  public double number(String field) {
    Object value = value(field);
    return value instanceof IQuantity quantity
        ? quantity.doubleValue()
        : ofNumber(value).doubleValue();
  }

  private static Number ofNumber(@Nullable Object value) {
    if (value instanceof Number number) {
      return number;
    }
    throw new IllegalArgumentException("expected a number, found " + value);
  }

  private @Nullable Object value(String field) {
    IMemberAccessor<?, IItem> accessor = fields.accessors.get(field);
    return accessor == null ? null : accessor.getMember(item);
  }
}
