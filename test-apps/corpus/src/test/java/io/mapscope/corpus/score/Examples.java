package io.mapscope.corpus.score;

import io.mapscope.corpus.CorpusProgram;
import io.mapscope.corpus.Entry;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Labels, runs and findings to judge by in tests. */
final class Examples {
  static final String MAP = "com.acme.Routes.table";

  private Examples() {}

  static Case run(Form form) {
    final List<String> rules =
        form == Form.HEALTHY ? List.<String>of() : List.of("hot-bin", "torn-copy");
    final List<String> also = form == Form.HEALTHY ? List.<String>of() : List.of("costly-copy");
    final Entry entry =
        new Entry(
            "routes", CorpusProgram.class, rules, also, rules.isEmpty() ? "" : MAP, "", "test");
    return new Case(entry, form, Path.of("jdk-17"));
  }

  static Observed finding(String rule, String severity, @Nullable String field) {
    return new Observed(rule, severity, "a title", field, "com.acme.Routes.load()");
  }

  static Judgement judge(Form form, Observed... findings) {
    return Judgement.of(run(form), new Observation(List.of(findings), null));
  }
}
