package io.mapscope.corpus.score;

import io.mapscope.corpus.Entry;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** One program in one form on one JDK. */
record Case(Entry entry, Form form, Path javaHome) {
  /** All cases of a program on a JDK. */
  static List<Case> of(Entry entry, Path javaHome) {
    return entry.healthy()
        ? List.of(new Case(entry, Form.HEALTHY, javaHome))
        : List.of(new Case(entry, Form.BROKEN, javaHome), new Case(entry, Form.FIXED, javaHome));
  }

  /** For people: {@code hot-counter broken, jdk-17}. */
  String title() {
    return entry.name() + " " + form.name().toLowerCase(Locale.ROOT) + ", " + jdk();
  }

  /** Name of the JDK's folder. */
  String jdk() {
    return javaHome.getFileName().toString();
  }
}
