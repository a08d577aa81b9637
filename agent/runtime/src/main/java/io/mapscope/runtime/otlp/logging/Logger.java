package io.mapscope.runtime.otlp.logging;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What the SDK uses of {@code java.util.logging.Logger}: warnings and worse go to the agent's log,
 * each text once; all else is dropped, and so is what is said about deliveries, which the agent
 * tells itself. Any thread may log.
 */
public final class Logger {

  /** Different texts that are said at most: some contain what an endpoint has answered. */
  private static final int MOST_TEXTS = 20;

  /** Parts of the names of those who say again and again that a delivery has failed. */
  private static final List<String> ABOUT_DELIVERIES =
      List.of(".exporter.", ".PeriodicMetricReader", ".BatchLogRecordProcessor");

  private static final Logger HEARD = new Logger(Level.WARNING);
  private static final Logger SILENT = new Logger(Level.OFF);

  /** Where warnings go; set before the SDK is started, by the thread that starts it. */
  private static volatile @Nullable Consumer<String> target;

  private final Set<String> said = ConcurrentHashMap.newKeySet();
  private final Level least;

  private Logger(Level least) {
    this.least = least;
  }

  /** From now on warnings go to {@code log}. */
  public static void install(Consumer<String> log) {
    target = log;
  }

  /** One of the two loggers that there are. */
  public static Logger getLogger(String name) {
    return ABOUT_DELIVERIES.stream().anyMatch(name::contains) ? SILENT : HEARD;
  }

  public boolean isLoggable(Level level) {
    return level.intValue() >= least.intValue();
  }

  public void log(Level level, String message) {
    Consumer<String> log = target;
    if (log != null && isLoggable(level) && said.size() < MOST_TEXTS && said.add(message)) {
      log.accept("OpenTelemetry: " + message);
    }
  }

  /** The parameter is not put in: only messages for developers have one. */
  public void log(Level level, String message, @Nullable Object parameter) {
    log(level, message);
  }

  /** The parameters are not put in: only messages for developers have some. */
  public void log(Level level, String message, @Nullable Object[] parameters) {
    log(level, message);
  }

  /** The cause in one line, no stack trace. */
  public void log(Level level, String message, @Nullable Throwable cause) {
    log(level, cause == null ? message : message + ": " + cause);
  }

  public void severe(String message) {
    log(Level.SEVERE, message);
  }

  public void warning(String message) {
    log(Level.WARNING, message);
  }

  public void info(String message) {
    log(Level.INFO, message);
  }

  public void fine(String message) {
    log(Level.FINE, message);
  }
}
