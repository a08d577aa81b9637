package io.mapscope.runtime.options;

import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Whether metrics and findings go out by OpenTelemetry's protocol.
 *
 * @param enabled whether they do
 * @param endpoint where to, or null to go by OpenTelemetry's own settings
 */
public record OtlpOption(boolean enabled, @Nullable String endpoint) {

  /** Any of these settings says that this JVM is to export: {@code otel.exporter.otlp.endpoint}. */
  private static final String PROPERTY_PREFIX = "otel.exporter.otlp.";

  private static final String VARIABLE_PREFIX = "OTEL_EXPORTER_OTLP_";

  private static final String ON = "on";
  private static final String OFF = "off";

  /** {@code value} as an option, or null when it is none; null as value is the default. */
  static @Nullable OtlpOption of(
      @Nullable String value, Properties system, Map<String, String> environment) {
    if (value == null) {
      return new OtlpOption(isSetUp(system, environment), null);
    }
    if (value.equals(ON) || value.equals(OFF)) {
      return new OtlpOption(value.equals(ON), null);
    }
    return isEndpoint(value) ? new OtlpOption(true, value) : null;
  }

  private static boolean isEndpoint(String value) {
    int host = value.startsWith("https://") ? 8 : value.startsWith("http://") ? 7 : 0;
    if (host == 0 || value.length() == host || "/:?#".indexOf(value.charAt(host)) >= 0) {
      return false;
    }
    for (int i = host; i < value.length(); i++) {
      if (value.charAt(i) <= ' ') {
        return false;
      }
    }
    return true;
  }

  private static boolean isSetUp(Properties system, Map<String, String> environment) {
    for (String name : system.stringPropertyNames()) {
      if (name.startsWith(PROPERTY_PREFIX)) {
        return true;
      }
    }
    for (String name : environment.keySet()) {
      if (name.startsWith(VARIABLE_PREFIX)) {
        return true;
      }
    }
    return false;
  }
}
