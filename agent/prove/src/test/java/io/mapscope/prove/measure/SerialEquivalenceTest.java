package io.mapscope.prove.measure;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapscope.prove.Profiles;
import io.mapscope.prove.serial.Content;
import io.mapscope.prove.serial.LiveSubject;
import io.mapscope.prove.serial.SerialCandidates;
import io.mapscope.prove.serial.SerialForm;
import io.mapscope.prove.serial.SerialSubject;
import io.mapscope.prove.serial.Way;
import io.mapscope.prove.workload.SerialWorkload;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SerialEquivalenceTest {

  private static SerialWorkload workload(String format) {
    return SerialWorkload.of(Profiles.serialized(format, 100, 50, 0), 2, 5);
  }

  @ParameterizedTest
  @ValueSource(strings = {"java", "jackson-json", "gson", "jackson-convert"})
  void difference_everyCandidate_isNone(String format) {
    SerialWorkload workload = workload(format);
    List<SerialForm> all = SerialCandidates.of(workload.recorded().form(), List.of(), 99);

    for (SerialForm form : all) {
      assertThat(new SerialEquivalence(workload).difference(form)).as(form.name()).isNull();
    }
  }

  /** Bytes that are kept for ever are the mistake that this is for. */
  @Test
  void difference_whatIsNeverRenewed_isTold() {
    SerialWorkload workload = workload("jackson-json");

    assertThat(differenceOfStale(workload, workload.content())).contains("after 1 write");
  }

  private static <V> String differenceOfStale(SerialWorkload workload, Content<V> content) {
    Map<String, V> first = new HashMap<>();
    Way<V, Map<String, V>> stale =
        new Way<>(
            map -> {
              if (first.size() < content.entries()) {
                first.putAll(map);
              }
              return first;
            },
            Function.identity());
    SerialSubject<V, ?> subject = new LiveSubject<>(new HashMap<>(), stale);
    return String.valueOf(new SerialEquivalence(workload).difference(content, subject));
  }
}
