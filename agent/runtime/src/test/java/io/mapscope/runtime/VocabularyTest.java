package io.mapscope.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapscope.profile.Distribution;
import io.mapscope.profile.Operation;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.MapscopeBuckets;
import java.util.MapscopeOperation;
import org.junit.jupiter.api.Test;

/** The recorder cannot see the profile's vocabulary; the two lists must be one. */
final class VocabularyTest {
  @Test
  void operations_ofRecorderAndProfile_areTheSameInTheSameOrder() throws Exception {
    assertThat(MapscopeOperation.COUNT).isEqualTo(Operation.values().length);
    for (Operation operation : Operation.values()) {
      Field index = MapscopeOperation.class.getField(operation.name());
      assertThat(index.getInt(null)).as(operation.name()).isEqualTo(operation.ordinal());
    }
  }

  @Test
  void bounds_ofRecorderAndProfile_areTheSame() {
    assertThat(Arrays.stream(MapscopeBuckets.NANOS).boxed().toList())
        .isEqualTo(Distribution.NANOS_BOUNDS);
    assertThat(Arrays.stream(MapscopeBuckets.BYTES).boxed().toList())
        .isEqualTo(Distribution.BYTES_BOUNDS);
  }
}
