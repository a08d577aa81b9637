package io.mapscope.micrometer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where figures come from. */
@FunctionalInterface
public interface FigureSource {
  /** All figures of now; null while there is no agent. Called about once a second at most. */
  @Nullable List<Figure> read();
}
