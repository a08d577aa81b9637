package io.mapscope.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An agent, or none, and what was measured with it.
 *
 * @param agent its jar, with options behind a {@code =} if they are not the default; or null
 * @param flags of the JVM, besides
 * @param measured figures by program and quantity, in the order of the rounds
 */
record ServiceVariant(
    String name,
    @Nullable Object agent,
    List<String> flags,
    Map<String, Map<String, List<Double>>> measured) {
  ServiceVariant(String name, @Nullable Object agent, List<String> flags) {
    this(name, agent, flags, new LinkedHashMap<>());
  }

  /** How a JVM with it is started. */
  JvmSettings settings(Path javaHome, Path scratch) {
    return new JvmSettings(javaHome, agent, scratch, flags);
  }

  void add(String program, Map<String, Double> figures) {
    figures.forEach(
        (quantity, figure) ->
            quantities(program).computeIfAbsent(quantity, none -> new ArrayList<>()).add(figure));
  }

  /** Figures by quantity. */
  Map<String, List<Double>> quantities(String program) {
    return measured.computeIfAbsent(program, none -> new LinkedHashMap<>());
  }
}
