package io.mapscope.prewoven;

import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Class files of the boot loader before and after somebody has changed them, as two transformers
 * see them, one registered before that somebody and one after.
 */
final class ClassFilePairs {
  /** One class as it was given and as it was left. */
  record Pair(String className, byte[] before, byte[] after) {}

  private final Set<String> names;
  private final Map<String, byte[]> given = new HashMap<>();
  private final List<Pair> pairs = new ArrayList<>();

  /** Pairs of the classes of these names, and of no others. */
  ClassFilePairs(List<String> names) {
    this.names = Set.copyOf(names);
  }

  /** To be registered first. */
  ClassFileTransformer before() {
    return new Watching() {
      @Override
      void see(String className, byte[] classFile) {
        given.put(className, classFile.clone());
      }
    };
  }

  /** To be registered last. */
  ClassFileTransformer after() {
    return new Watching() {
      @Override
      void see(String className, byte[] classFile) {
        byte[] before = Objects.requireNonNull(given.get(className), className);
        if (!Arrays.equals(before, classFile)) {
          pairs.add(new Pair(className, before, classFile.clone()));
        }
      }
    };
  }

  /** The last that was given of a class. */
  synchronized byte @Nullable [] given(String className) {
    return given.get(className);
  }

  synchronized List<Pair> pairs() {
    return List.copyOf(pairs);
  }

  /** The names of which there is no pair. */
  synchronized Set<String> missing() {
    Set<String> missing = new LinkedHashSet<>(names);
    for (Pair pair : pairs) {
      missing.remove(pair.className());
    }
    return missing;
  }

  /** Changes nothing. */
  private abstract class Watching implements ClassFileTransformer {
    abstract void see(String className, byte[] classFile);

    @Override
    public byte @Nullable [] transform(
        @Nullable ClassLoader loader,
        @Nullable String internalName,
        @Nullable Class<?> redefined,
        @Nullable ProtectionDomain domain,
        byte[] classFile) {
      if (loader == null && internalName != null) {
        String className = internalName.replace('/', '.');
        if (names.contains(className)) {
          synchronized (ClassFilePairs.this) {
            see(className, classFile);
          }
        }
      }
      return null;
    }
  }
}
