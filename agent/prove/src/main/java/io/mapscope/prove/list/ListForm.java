package io.mapscope.prove.list;

import java.util.function.Supplier;

/** Every form of a map of lists that is measured. */
public enum ListForm {
  SYNCHRONIZED(
      "ConcurrentHashMap, synchronized lists",
      GeneralLists.Synchronized::new,
      "who goes over a list holds its monitor, and whoever appends waits"),
  COMPUTED(
      "ConcurrentHashMap, plain lists in compute",
      GeneralLists.Computed::new,
      "who reads a list has to do so inside of compute, too, and holds up all keys of the bin"),
  IMMUTABLE(
      "ConcurrentHashMap, immutable lists in merge",
      GeneralLists.Immutable::new,
      "each append copies the list, so long ones are dear; what was read never changes"),
  COPY_ON_WRITE(
      "ConcurrentHashMap, CopyOnWriteArrayLists",
      GeneralLists.CopyOnWrite::new,
      "each append copies the list, so long ones are dear; iterators go over what was there when"
          + " they began, and cannot remove"),
  QUEUES(
      "ConcurrentHashMap, ConcurrentLinkedQueues",
      GeneralLists.Queues::new,
      "no access by index, no nulls, and size() counts all elements; iterators are weakly"
          + " consistent"),
  APPEND_ONLY(
      "append-only: get, then one atomic addition",
      AppendOnlyLists::new,
      "nothing can be taken out or replaced, and no nulls; an append that is done is hidden for as"
          + " long as one that began before it is not");

  private final String title;
  private final Supplier<ListMap<Long, Long>> maker;
  private final String difference;

  ListForm(String title, Supplier<ListMap<Long, Long>> maker, String difference) {
    this.title = title;
    this.maker = maker;
    this.difference = difference;
  }

  /** What it is, for people. */
  public String title() {
    return title;
  }

  /** How it behaves otherwise than a map of plain lists, for people. */
  public String difference() {
    return difference;
  }

  /** A new one without keys. */
  public ListMap<Long, Long> make() {
    return maker.get();
  }
}
