package io.mapscope.prove.measure;

import io.mapscope.profile.Finding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a {@link Replay} measures: forms under a workload, and what there is to say of them. */
interface Contest {

  /** The benchmark, as JMH calls it; its parameter {@code form} tells the contender. */
  String benchmark();

  /** Threads that run it, together. */
  int threads();

  /** Entries of the map. */
  long entries();

  /** The recorded form, which the others are held against. */
  Contender recorded();

  /** The others, the advised first. */
  List<Contender> candidates();

  /** What {@code candidate} gives that the recorded form does not, or null when nothing. */
  @Nullable String difference(Contender candidate);

  /** Bytes that it holds for each entry, keys and values excepted; NaN when that is not known. */
  double retainedBytesPerEntry(Contender contender);

  /** The {@link Contender#form} that {@code finding} advises, or null when none is. */
  @Nullable String advised(Finding finding);

  /** What is as it was recorded. */
  List<String> reproduced();

  /** What is not, or was assumed. */
  List<String> notReproduced();
}
