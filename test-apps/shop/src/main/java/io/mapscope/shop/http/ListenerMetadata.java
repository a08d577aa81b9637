package io.mapscope.shop.http;

import java.util.Map;
import java.util.WeakHashMap;

/**
 * Route and start time of each request, kept beside its listener for as long as Jetty holds that.
 *
 * <p>An observer sees a weak map under one lock with a put and a get per request and never a
 * remove: entries leave when the garbage collector finds their listener gone, so the map grows to
 * thousands and shrinks by itself.
 */
final class ListenerMetadata {
  private record Started(String route, long atNanos) {}

  private final Map<RequestListener, Started> startedByListener = new WeakHashMap<>();
  private final RequestCounters counters;

  ListenerMetadata(RequestCounters counters) {
    this.counters = counters;
  }

  /** A listener for a request to that route which starts now. */
  RequestListener start(String route) {
    RequestListener listener = new RequestListener(this);
    Started started = new Started(route, System.nanoTime());
    synchronized (startedByListener) {
      startedByListener.put(listener, started);
    }
    return listener;
  }

  void completed(RequestListener listener) {
    Started started;
    synchronized (startedByListener) {
      started = startedByListener.get(listener);
    }
    if (started != null) {
      counters.add(started.route(), System.nanoTime() - started.atNanos());
    }
  }
}
