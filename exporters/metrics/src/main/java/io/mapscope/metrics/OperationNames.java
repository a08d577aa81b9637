package io.mapscope.metrics;

import io.mapscope.profile.Operation;

/**
 * The two attributes that stand for an {@link Operation} in metrics, so that one can add over
 * outcomes: {@code get} and {@code hit}.
 *
 * @param operation the call, in OpenTelemetry's spelling
 * @param outcome what came of it, {@value #DONE} where there is only one outcome
 */
record OperationNames(String operation, String outcome) {

  private static final String DONE = "done";

  static OperationNames of(Operation operation) {
    return switch (operation) {
      case GET_HIT -> new OperationNames("get", "hit");
      case GET_MISS -> new OperationNames("get", "miss");
      case PUT_NEW -> new OperationNames("put", "new");
      case PUT_REPLACE -> new OperationNames("put", "replace");
      case REMOVE_HIT -> new OperationNames("remove", "hit");
      case REMOVE_MISS -> new OperationNames("remove", "miss");
      case COMPUTE_IF_ABSENT_PRESENT -> new OperationNames("compute_if_absent", "present");
      case COMPUTE_IF_ABSENT_ABSENT -> new OperationNames("compute_if_absent", "absent");
      case COMPUTE -> new OperationNames("compute", DONE);
      case MERGE -> new OperationNames("merge", DONE);
      case REPLACE -> new OperationNames("replace", DONE);
      case CLEAR -> new OperationNames("clear", DONE);
      case PUT_ALL -> new OperationNames("put_all", DONE);
      case SIZE -> new OperationNames("size", DONE);
      case TRAVERSALS -> new OperationNames("traverse", DONE);
      case ORDERED -> new OperationNames("ordered", DONE);
    };
  }
}
