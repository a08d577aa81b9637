package io.mapscope.runtime.otlp;

import io.mapscope.otel.sink.TelemetrySink;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The OpenTelemetry Java agent's SDK. That agent bridges the API classes of any loader to its own,
 * if they keep their names and are loaded after it has come: so a second copy of our binding, with
 * the API unrelocated, is loaded by a loader of its own.
 */
final class OtherAgent implements Outlet {

  /** Joined here, because the build renames constants that begin like a relocated package. */
  private static final String MARK =
      String.join(".", "io", "opentelemetry", "javaagent", "bootstrap", "AgentInitializer");

  private static final String BINDING =
      String.join(".", "io", "mapscope", "otel", "OpenTelemetrySink");

  private final TelemetrySink sink;

  private OtherAgent(TelemetrySink sink) {
    this.sink = sink;
  }

  /** Whether that agent is in this JVM; its marks are on the boot class path. */
  static boolean isThere() {
    try {
      Class.forName(MARK, false, null);
      return true;
    } catch (ClassNotFoundException absent) {
      return false;
    }
  }

  /** A way into its SDK, or null when it is switched off. */
  static @Nullable OtherAgent open(String version) throws Throwable {
    BridgeLoader loader = new BridgeLoader(OtherAgent.class.getClassLoader());
    TelemetrySink sink =
        (TelemetrySink)
            MethodHandles.publicLookup()
                .findStatic(
                    loader.loadClass(BINDING),
                    "ofGlobal",
                    MethodType.methodType(TelemetrySink.class, String.class))
                .invoke(version);
    return sink == null ? null : new OtherAgent(sink);
  }

  @Override
  public TelemetrySink sink() {
    return sink;
  }

  /** That agent sends in its own time, at the JVM's end by a hook of its own. */
  @Override
  public void flush(Duration patience) {}

  @Override
  public void close() {
    sink.close();
  }
}
