package io.mapscope.prove.serial;

import io.mapscope.prove.form.PersistentMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A map whose snapshots one background thread serializes; requests take the newest that is there.
 *
 * <p>A request that finds the map changed asks for it to be made anew, takes what there is and goes
 * on. Before it asks, it waits until what was asked for before is there: so what is given is never
 * older than that, at most one order is open however many requests there are, and what the
 * background thread takes is paid by who orders more than it can make.
 */
public final class OffPathSubject<V, O> implements SerialSubject<V, O> {

  private final Way<V, O> way;
  private final AtomicReference<State<V>> state =
      new AtomicReference<>(new State<>(PersistentMap.empty(), 0));
  private final Thread background = new Thread(this::work, "mapscope-prove-off-path");

  /** What is given to requests. */
  private volatile O newest;

  /** The version that {@link #newest} was asked to have, of those asked for the last. */
  private volatile long asked;

  /** The version that {@link #newest} has. Guarded by this, as are the following. */
  private long made;

  private boolean closed;
  private @Nullable Throwable failure;

  /**
   * An empty one, whose thread runs until it is closed.
   *
   * @param way gives something of its own each time, no buffer that is used again
   */
  public OffPathSubject(Way<V, O> way) {
    this.way = way;
    this.newest = way.writer().apply(now().map.asMap());
    background.setDaemon(true);
    background.start();
  }

  private State<V> now() {
    return Objects.requireNonNull(state.get());
  }

  @Override
  public void put(String key, V value) {
    state.updateAndGet(before -> Objects.requireNonNull(before).with(key, value));
  }

  @Override
  public O serialize() {
    long version = now().version;
    if (version > asked) {
      ask(version);
    }
    return way.view().apply(newest);
  }

  @Override
  public O settled() {
    long version = now().version;
    ask(version);
    awaitMade(version);
    return way.view().apply(newest);
  }

  @Override
  public Map<String, V> readBack() {
    return way.reader().apply(settled());
  }

  private synchronized void ask(long version) {
    awaitMade(asked);
    if (version > asked) {
      asked = version;
      notifyAll();
    }
  }

  private synchronized void awaitMade(long version) {
    while (made < version) {
      if (failure != null || closed) {
        throw new IllegalStateException("nothing is made in the background any more", failure);
      }
      await();
    }
  }

  private void work() {
    try {
      while (awaitOrder()) {
        State<V> snapshot = now();
        O fresh = way.writer().apply(snapshot.map.asMap());
        publish(fresh, snapshot.version);
      }
    } catch (RuntimeException | Error e) {
      fail(e); // told to whoever waits, and by them
    }
  }

  private synchronized boolean awaitOrder() {
    while (made >= asked && !closed) {
      await();
    }
    return !closed;
  }

  private synchronized void publish(O fresh, long version) {
    newest = fresh;
    made = version;
    notifyAll();
  }

  private synchronized void fail(Throwable e) {
    failure = e;
    notifyAll();
  }

  /** Waits for any news; callers look again. */
  @SuppressWarnings("WaitNotInLoop") // the loops are those of the callers
  private synchronized void await() {
    try {
      wait();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while bytes were awaited", e);
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    notifyAll();
  }

  /** A snapshot and the number of writes before it; immutable. */
  private record State<V>(PersistentMap<String, V> map, long version) {

    State<V> with(String key, V value) {
      return new State<>(map.with(key, value), version + 1);
    }
  }
}
