package io.mapscope.weaver;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A library's other classes are asked for the methods that woven code will call. */
final class ForeignMethodsTest {
  private static final ClassLoader LOADER = ForeignMethodsTest.class.getClassLoader();
  private static final String OUTPUT = "io/mapscope/weaver/ForeignMethodsTest$Output";

  /** Stands for a library's writer. */
  public static class Output {
    public int size() {
      return 0;
    }

    int hidden() {
      return 0;
    }

    public static int shared() {
      return 0;
    }
  }

  /** Inherits what it is asked for. */
  public static final class Buffered extends Output {}

  @Test
  void methods_declaredOrInherited_areFound() {
    List<String> methods =
        List.of(OUTPUT + ".size()I", OUTPUT.replace("Output", "Buffered.size()I"));
    assertThatCode(() -> ForeignMethods.check(methods, LOADER)).doesNotThrowAnyException();
  }

  @Test
  void methods_missingHiddenOrStatic_areRefusedWithTheirName() {
    for (String method : List.of("total()J", "size()J", "hidden()I", "shared()I")) {
      assertThatThrownBy(() -> ForeignMethods.check(List.of(OUTPUT + "." + method), LOADER))
          .isInstanceOf(UnknownShape.class)
          .hasMessageContaining("ForeignMethodsTest$Output has no public method " + method);
    }
  }

  @Test
  void class_missing_isRefused() {
    assertThatThrownBy(() -> ForeignMethods.check(List.of("com/acme/None.size()I"), LOADER))
        .isInstanceOf(UnknownShape.class)
        .hasMessageContaining("com.acme.None");
  }
}
