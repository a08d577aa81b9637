package io.mapscope.jfr;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class JfrAvailabilityTest {

  @Test
  void problem_withFlightRecorder_isNull() {
    assertThat(JfrAvailability.problem()).isNull();
  }

  @Test
  void problem_withoutTheModule_namesIt() throws Exception {
    ChildJvm child = ChildJvm.java(List.of("--limit-modules=java.base"), PrintProblem.class);

    assertThat(child.output().strip()).isEqualTo("this JVM runs without the module jdk.jfr");
  }

  static final class PrintProblem {
    private PrintProblem() {}

    public static void main(String[] arguments) {
      System.out.println(JfrAvailability.problem());
    }
  }
}
