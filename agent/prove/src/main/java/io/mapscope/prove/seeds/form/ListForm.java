package io.mapscope.prove.seeds.form;

import java.util.function.Supplier;

/** Every form of a map of lists that is measured. */
public enum ListForm {
  SYNCHRONIZED("ConcurrentHashMap, synchronized lists", GeneralLists.Synchronized::new),
  COMPUTED("ConcurrentHashMap, plain lists in compute", GeneralLists.Computed::new),
  IMMUTABLE("ConcurrentHashMap, immutable lists in merge", GeneralLists.Immutable::new),
  COPY_ON_WRITE("ConcurrentHashMap, CopyOnWriteArrayLists", GeneralLists.CopyOnWrite::new),
  APPEND_ONLY("append-only: get, then one atomic addition", AppendOnlyLists::new);

  private final String title;
  private final Supplier<ListMap<Long, Long>> maker;

  ListForm(String title, Supplier<ListMap<Long, Long>> maker) {
    this.title = title;
    this.maker = maker;
  }

  /** What it is, for people. */
  public String title() {
    return title;
  }

  /** A new one without keys. */
  public ListMap<Long, Long> make() {
    return maker.get();
  }
}
