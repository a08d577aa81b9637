package io.mapscope.runtime.traces;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * The latest of many things, as many as there are places: the newest take the place of the oldest.
 * Two writers never wait for each other; a reader sees each place as it is at some moment.
 */
final class LatestRing<T> {
  private final AtomicReferenceArray<@Nullable T> places;
  private final AtomicInteger next = new AtomicInteger();

  LatestRing(int size) {
    places = new AtomicReferenceArray<>(size);
  }

  void add(T newest) {
    places.set(Math.floorMod(next.getAndIncrement(), places.length()), newest);
  }

  @Nullable T get(int place) {
    return places.get(place);
  }
}
