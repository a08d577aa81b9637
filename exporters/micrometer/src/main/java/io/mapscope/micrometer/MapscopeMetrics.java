package io.mapscope.micrometer;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Shows what happens to the maps of this JVM in Micrometer registries, if the Mapscope agent is in
 * it or comes later: {@code new MapscopeMetrics().bindTo(registry)}.
 *
 * <p>Meters begin with {@code mapscope.} and are named as the agent's OpenTelemetry metrics, so
 * that Prometheus shows the same either way. At most a hundred sites have meters of their own.
 * Without the agent there are none, and one line at level debug. New sites get theirs within five
 * seconds, by a daemon thread; values are those of the moment, read once a second at most.
 */
public final class MapscopeMetrics implements MeterBinder, AutoCloseable {
  private static final Duration UPDATE_EVERY = Duration.ofSeconds(5);

  private final Duration updateEvery;
  private final @Nullable FigureSource given;
  private final List<MeterSet> sets = new CopyOnWriteArrayList<>();
  private @Nullable ScheduledExecutorService thread;

  /** Looks for the agent's bean in the platform's MBean server. */
  public MapscopeMetrics() {
    this(null, UPDATE_EVERY);
  }

  MapscopeMetrics(@Nullable FigureSource source, Duration updateEvery) {
    this.given = source;
    this.updateEvery = updateEvery;
  }

  @Override
  public synchronized void bindTo(MeterRegistry registry) {
    FigureSource source =
        given != null ? given : new AgentBean(ManagementFactory.getPlatformMBeanServer());
    sets.add(new MeterSet(registry, source));
    ScheduledExecutorService running = thread;
    if (running == null) {
      thread = running = Executors.newSingleThreadScheduledExecutor(MapscopeMetrics::newThread);
      running.scheduleWithFixedDelay(
          this::update, 0, updateEvery.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private static Thread newThread(Runnable task) {
    Thread thread = new Thread(task, "mapscope-meters");
    thread.setDaemon(true);
    return thread;
  }

  /** A registry that refuses meters must not end the updates of the others. */
  private void update() {
    for (MeterSet set : sets) {
      try {
        set.update();
      } catch (RuntimeException refused) {
        System.getLogger("io.mapscope.micrometer")
            .log(System.Logger.Level.DEBUG, "a registry refuses meters of Mapscope: " + refused);
      }
    }
  }

  /** Ends the updates and removes all meters. */
  @Override
  public synchronized void close() {
    if (thread != null) {
      thread.shutdownNow();
      thread = null;
    }
    sets.forEach(MeterSet::close);
    sets.clear();
  }
}
