package io.mapscope.prove.workload;

import io.mapscope.prove.serial.Content;
import io.mapscope.prove.serial.SerialSubject;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** One thread's part of a replay of serializations. Confined to that thread. */
public final class SerialPlayer<V> {

  /** Writes that are made beforehand, so that making values is not measured. */
  private static final int MOST_PREPARED = 1_024;

  private static final int LEAST_PREPARED = 16;

  /** Numbers of values for other threads lie so far apart. */
  private static final int APART = 1 << 20;

  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private final Pace pace;
  private final List<Write<V>> prepared = new ArrayList<>();
  private int next;

  /** The part of thread {@code index} of the replay of {@code workload}, from its beginning. */
  public SerialPlayer(SerialWorkload workload, Content<V> content, int index) {
    pace = workload.changes().pace();
    SplittableRandom random = new SplittableRandom(workload.seed() + GOLDEN * index);
    double affordable = SerialWorkload.MOST_BYTES / workload.bytesPerEntry();
    int count = (int) Math.min(MOST_PREPARED, Math.max(LEAST_PREPARED, affordable));
    for (int i = 0; i < count; i++) {
      int entry = random.nextInt(content.entries());
      V value = content.value(entry, (index + 1) * APART + i);
      prepared.add(new Write<>(content.key(entry), value));
    }
  }

  /** Puts all entries into {@code subject}, which is empty, and waits until they can be seen. */
  public static <V> void fill(SerialSubject<V, ?> subject, Content<V> content) {
    for (int i = 0; i < content.entries(); i++) {
      subject.put(content.key(i), content.value(i, i));
    }
    subject.settled();
  }

  /** One operation: the writes that are due, and a serialization, which is returned. */
  public Object step(SerialSubject<V, ?> subject) {
    for (int due = pace.next(); due > 0; due--) {
      write(subject);
    }
    return subject.serialize();
  }

  /** The next write alone. */
  public void write(SerialSubject<V, ?> subject) {
    Write<V> write = prepared.get(next);
    next = (next + 1) % prepared.size();
    subject.put(write.key, write.value);
  }

  private record Write<V>(String key, V value) {}
}
