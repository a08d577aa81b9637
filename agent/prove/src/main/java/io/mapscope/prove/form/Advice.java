package io.mapscope.prove.form;

import io.mapscope.profile.Finding;
import io.mapscope.profile.MapProfile;
import io.mapscope.profile.Replacement;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The form that is what a finding advises, told by the kind and the type of its replacement. */
final class Advice {

  /** Kinds of replacement that are one form, whatever their type. */
  private static final Map<String, Form> BY_KIND =
      Map.of(
          "look-up-first", Form.GET_FIRST,
          "compute-outside", Form.COMPUTE_OUTSIDE,
          "future-values", Form.FUTURES,
          "counter", Form.OWN_COUNTER);

  private static final String CONCURRENT = "java.util.concurrent.Concurrent";

  private Advice() {}

  /** That form, or null when it is none of those here. */
  static @Nullable Form of(Finding finding, MapProfile map) {
    Replacement replacement = finding.replacement();
    String type = String.valueOf(replacement.type());
    return switch (replacement.kind()) {
      case "concurrent" -> concurrent(type, map);
      case "safe-copy" ->
          type.equals("java.util.Map.copyOf") ? Form.COPY_ON_WRITE : Form.KEPT_SNAPSHOT;
      case "cache" -> type.endsWith(".Caffeine") ? Form.CAFFEINE : null;
      case "per-key-object" -> type.endsWith(".LongAdder") ? Form.ADDERS : null;
      case "atomic-operation" ->
          finding.rule().equals("check-then-act") ? Form.ATOMIC_OPERATIONS : null;
      case "plain" -> plain(type);
      default -> BY_KIND.get(replacement.kind());
    };
  }

  private static @Nullable Form concurrent(String type, MapProfile map) {
    if (type.startsWith(CONCURRENT + "SkipList")) {
      return Form.SKIP_LIST;
    }
    if (!type.startsWith(CONCURRENT + "HashMap")) {
      return null;
    }
    return map.misuse().checkThenAct() > 0 ? Form.ATOMIC_OPERATIONS : Form.CONCURRENT_HASH_MAP;
  }

  private static @Nullable Form plain(String type) {
    return switch (type) {
      case "java.util.HashMap", "java.util.HashSet" -> Form.HASH_MAP;
      case "java.util.TreeMap", "java.util.TreeSet" -> Form.PLAIN;
      default -> null;
    };
  }
}
