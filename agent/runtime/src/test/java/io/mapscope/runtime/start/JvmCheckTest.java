package io.mapscope.runtime.start;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class JvmCheckTest {
  private static final String HOTSPOT = "OpenJDK 64-Bit Server VM";

  @Test
  void jvm_hotSpot17_isFine() {
    assertThat(JvmCheck.problem(HOTSPOT, 17, "64")).isNull();
    assertThat(JvmCheck.problem("Java HotSpot(TM) 64-Bit Server VM", 25, "64")).isNull();
  }

  @Test
  void jvm_olderThan17_isNamed() {
    assertThat(problem(HOTSPOT, 11)).contains("Java 11").contains("17");
  }

  @Test
  void jvm_notHotSpot_isNamed() {
    assertThat(problem("Eclipse OpenJ9 VM", 17)).contains("OpenJ9").contains("HotSpot");
    assertThat(problem("Substrate VM", 21)).contains("Substrate VM");
  }

  private static @Nullable String problem(String name, int feature) {
    return JvmCheck.problem(name, feature, "64");
  }
}
