package io.mapscope.weaver;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.instrument.Instrumentation;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LoadedClassesTest {
  /** An agent's thread asked while the application halted, and said a NullPointerException. */
  @Test
  void of_jvmThatHalts_isEmpty() {
    assertThat(LoadedClasses.of(answering(null))).isEmpty();
  }

  @Test
  void of_jvmThatRuns_isWhatItSays() {
    Class<?>[] classes = {String.class, LoadedClassesTest.class};

    assertThat(LoadedClasses.of(answering(classes))).isSameAs(classes);
  }

  private static Instrumentation answering(Class<?> @Nullable [] classes) {
    return (Instrumentation)
        Proxy.newProxyInstance(
            LoadedClassesTest.class.getClassLoader(),
            new Class<?>[] {Instrumentation.class},
            (proxy, method, arguments) -> classes);
  }
}
