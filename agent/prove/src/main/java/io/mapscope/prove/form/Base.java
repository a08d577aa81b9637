package io.mapscope.prove.form;

import io.mapscope.advisor.MapKind;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The plain map inside a form that guards it. */
public enum Base {
  HASH("HashMap") {
    @Override
    Map<Long, Long> make() {
      return new HashMap<>();
    }
  },
  LINKED("LinkedHashMap") {
    @Override
    Map<Long, Long> make() {
      return new LinkedHashMap<>();
    }
  },
  /** A look-up moves its entry to the end, so that even reading is writing. */
  ACCESS_ORDERED("LinkedHashMap in access order") {
    @Override
    Map<Long, Long> make() {
      return new LinkedHashMap<>(16, 0.75f, true);
    }
  },
  TREE("TreeMap") {
    @Override
    Map<Long, Long> make() {
      return new TreeMap<>();
    }
  },
  HASHTABLE("Hashtable") {
    @Override
    Map<Long, Long> make() {
      return new Hashtable<>();
    }
  };

  private final String title;

  Base(String title) {
    this.title = title;
  }

  /** What programmers call it. */
  public String title() {
    return title;
  }

  abstract Map<Long, Long> make();

  /** The base of maps of {@code kind}, or null when there is none that behaves like it. */
  public static @Nullable Base of(MapKind kind, boolean accessOrdered) {
    return switch (kind) {
      case HASH -> HASH;
      case LINKED_HASH -> accessOrdered ? ACCESS_ORDERED : LINKED;
      case TREE -> TREE;
      case HASHTABLE -> HASHTABLE;
      case CONCURRENT_HASH -> HASH;
      case SKIP_LIST -> TREE;
      case WEAK_HASH, IDENTITY_HASH, ENUM, OTHER -> null;
    };
  }
}
