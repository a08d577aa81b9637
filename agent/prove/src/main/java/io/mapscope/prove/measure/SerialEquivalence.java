package io.mapscope.prove.measure;

import io.mapscope.profile.text.Figures;
import io.mapscope.prove.serial.Content;
import io.mapscope.prove.serial.SerialForm;
import io.mapscope.prove.serial.SerialSubject;
import io.mapscope.prove.workload.SerialPlayer;
import io.mapscope.prove.workload.SerialWorkload;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether what a form makes of a map, read back, gives the entries that were put: of the full map,
 * asked again, and after each of some writes.
 */
final class SerialEquivalence {

  private static final int WRITES = 5;

  private final SerialWorkload workload;

  SerialEquivalence(SerialWorkload workload) {
    this.workload = workload;
  }

  /** What differs first, or null when nothing does. */
  @Nullable String difference(SerialForm form) {
    return differenceIn(workload.content(), form);
  }

  private <V> @Nullable String differenceIn(Content<V> content, SerialForm form) {
    try (SerialSubject<V, ?> subject = form.make(content, workload.isShared())) {
      return difference(content, subject);
    }
  }

  <V> @Nullable String difference(Content<V> content, SerialSubject<V, ?> subject) {
    Model<V> model = new Model<>(subject);
    SerialPlayer.fill(model, content);
    SerialPlayer<V> player = new SerialPlayer<>(workload, content, 0);
    for (int writes = 0; writes <= WRITES; writes++) {
      for (String when : new String[] {"", ", asked again"}) {
        if (!new HashMap<>(subject.readBack()).equals(model.entries)) {
          return "read back, it has other entries than the map after "
              + Figures.counted(writes, "write")
              + when;
        }
      }
      player.write(model);
    }
    return null;
  }

  /** Keeps what it passes on. */
  private static final class Model<V> implements SerialSubject<V, Object> {

    final Map<String, V> entries = new HashMap<>();
    final SerialSubject<V, ?> subject;

    Model(SerialSubject<V, ?> subject) {
      this.subject = subject;
    }

    @Override
    public void put(String key, V value) {
      entries.put(key, value);
      subject.put(key, value);
    }

    @Override
    public Object serialize() {
      return subject.serialize();
    }

    @Override
    public Map<String, V> readBack() {
      return subject.readBack();
    }
  }
}
