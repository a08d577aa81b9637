package io.mapscope.profile.json;

import io.mapscope.profile.Operation;
import io.mapscope.profile.OperationCounts;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts of operations in JSON, both ways; with the error of each beside it when there are any. */
final class OperationsJson {

  private static final String ERROR = "Error";

  private OperationsJson() {}

  static void counts(JsonWriter json, OperationCounts counts) throws IOException {
    for (Operation operation : Operation.values()) {
      json.name(operation.jsonName()).value(counts.get(operation));
    }
  }

  static OperationCounts counts(JsonCursor json) throws MalformedReport {
    Map<Operation, Long> counts = new EnumMap<>(Operation.class);
    for (Operation operation : Operation.values()) {
      counts.put(operation, json.get(operation.jsonName()).longInteger());
    }
    return OperationCounts.of(counts);
  }

  static void errors(JsonWriter json, OperationCounts errors) throws IOException {
    for (Operation operation : Operation.values()) {
      if (errors.get(operation) > 0) {
        json.name(operation.jsonName() + ERROR).value(errors.get(operation));
      }
    }
  }

  /** The errors beside the counts; null when there are none, for then the counts are exact. */
  static @Nullable OperationCounts errors(JsonCursor json) throws MalformedReport {
    Map<Operation, Long> errors = new EnumMap<>(Operation.class);
    for (Operation operation : Operation.values()) {
      String name = operation.jsonName() + ERROR;
      if (json.has(name)) {
        errors.put(operation, json.get(name).longInteger());
      }
    }
    return errors.isEmpty() ? null : OperationCounts.of(errors);
  }
}
