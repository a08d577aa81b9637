package io.mapscope.runtime.management;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.CompositeDataSupport;
import javax.management.openmbean.CompositeType;
import javax.management.openmbean.OpenDataException;
import javax.management.openmbean.OpenType;
import javax.management.openmbean.TabularData;
import javax.management.openmbean.TabularDataSupport;
import javax.management.openmbean.TabularType;
import org.jspecify.annotations.Nullable;

/** A table of open types with a description for every column, made of rows of type {@code T}. */
final class OpenTable<T> {
  private final List<Column<T>> columns;
  private final CompositeType rowType;
  private final TabularType type;

  /**
   * @param index names of the columns that tell one row from another
   */
  OpenTable(String name, String description, List<String> index, List<Column<T>> columns) {
    this.columns = List.copyOf(columns);
    try {
      rowType =
          new CompositeType(
              "io.mapscope." + name,
              description,
              columns.stream().map(Column::name).toArray(String[]::new),
              columns.stream().map(Column::description).toArray(String[]::new),
              columns.stream().map(Column::type).toArray(OpenType<?>[]::new));
      type =
          new TabularType(
              "io.mapscope." + name + "Table", description, rowType, index.toArray(new String[0]));
    } catch (OpenDataException wrong) {
      throw new AssertionError("a constant of ours is wrong", wrong);
    }
  }

  TabularType type() {
    return type;
  }

  CompositeType rowType() {
    return rowType;
  }

  /** All {@code rows} in their order; of two with the same index the first. */
  TabularData of(Iterable<? extends T> rows) {
    TabularData table = new TabularDataSupport(type);
    for (T row : rows) {
      CompositeData data = row(row);
      if (!table.containsKey(table.calculateIndex(data))) {
        table.put(data);
      }
    }
    return table;
  }

  CompositeData row(T row) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    for (Column<T> column : columns) {
      values.put(column.name(), column.value().apply(row));
    }
    try {
      return new CompositeDataSupport(rowType, values);
    } catch (OpenDataException wrong) {
      throw new AssertionError("a constant of ours is wrong", wrong);
    }
  }
}
