package io.mapscope.advisor;

import io.mapscope.advisor.rules.LockContendedMap;
import io.mapscope.advisor.rules.UnsafeSharedMap;
import java.util.List;

/** All rules, in the order of the documentation. */
public final class Catalogue {

  private static final List<Rule> RULES = List.of(new UnsafeSharedMap(), new LockContendedMap());

  private Catalogue() {}

  /** All rules. */
  public static List<Rule> rules() {
    return RULES;
  }
}
