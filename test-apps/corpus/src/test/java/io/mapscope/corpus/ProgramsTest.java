package io.mapscope.corpus;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every program runs to its deadline in each of its forms and throws nothing. */
final class ProgramsTest {
  private static final Duration MOMENT = Duration.ofMillis(50);

  @TestFactory
  Stream<DynamicTest> program_anyForm_runsToItsDeadline() {
    return Catalogue.all().stream()
        .flatMap(entry -> entry.healthy() ? Stream.of(run(entry, false)) : bothForms(entry));
  }

  private static Stream<DynamicTest> bothForms(Entry entry) {
    return Stream.of(run(entry, false), run(entry, true));
  }

  private static DynamicTest run(Entry entry, boolean fixed) {
    return DynamicTest.dynamicTest(
        entry.name() + (fixed ? " fixed" : ""),
        () -> entry.program().run(fixed, Deadline.in(MOMENT)));
  }
}
