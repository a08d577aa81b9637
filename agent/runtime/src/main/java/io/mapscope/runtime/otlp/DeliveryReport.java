package io.mapscope.runtime.otlp;

import io.opentelemetry.exporter.internal.FailedExportException.HttpExportException;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.common.export.HttpResponse;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Knows how deliveries of one signal go: the first failure is said, with its reason, and the first
 * success after it; the rest is silence. Called on the threads of the SDK's sender.
 */
final class DeliveryReport {

  private final String what;
  private final Consumer<String> log;
  private boolean failing;
  private boolean said;

  /**
   * @param what is delivered, {@code metrics}
   */
  DeliveryReport(String what, Consumer<String> log) {
    this.what = what;
    this.log = log;
  }

  CompletableResultCode watch(CompletableResultCode result) {
    return result.whenComplete(
        () -> {
          if (result.isSuccess()) {
            succeeded();
          } else {
            failed(result.getFailureThrowable());
          }
        });
  }

  /** Whether the last delivery failed. */
  synchronized boolean isFailing() {
    return failing;
  }

  private synchronized void succeeded() {
    if (failing && said) {
      log.accept("OpenTelemetry: " + what + " are delivered again");
    }
    failing = false;
  }

  private synchronized void failed(@Nullable Throwable cause) {
    failing = true;
    if (!said) {
      said = true;
      log.accept(
          "OpenTelemetry: "
              + what
              + " cannot be delivered: "
              + reason(cause)
              + "; it is tried again every export interval, this is not said again");
    }
  }

  private static String reason(@Nullable Throwable cause) {
    if (cause instanceof HttpExportException http) {
      HttpResponse response = http.getResponse();
      if (response != null) {
        return "the endpoint answered with HTTP status " + response.getStatusCode();
      }
      return String.valueOf(http.getCause() == null ? http : http.getCause());
    }
    return cause == null ? "no reason given" : cause.toString();
  }
}
