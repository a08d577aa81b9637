package io.mapscope.runtime.options;

import java.util.List;

/** The options cannot be used; carries every problem, one line each. */
public final class OptionProblems extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient List<String> problems;

  OptionProblems(List<String> problems) {
    super(String.join("; ", problems));
    this.problems = List.copyOf(problems);
  }

  public List<String> problems() {
    return problems;
  }
}
