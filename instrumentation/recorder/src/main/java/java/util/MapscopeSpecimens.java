package java.util;

import java.util.concurrent.MapscopeConcurrentSpecimens;

/**
 * One object of each kind that maps are made of, for the agent to measure: sizes differ with
 * compressed pointers, compact headers and alignment, and the JVM knows them best.
 *
 * <p>Called by the agent's own thread, whose maps nobody counts.
 */
public final class MapscopeSpecimens {
  private MapscopeSpecimens() {}

  /** The object that holds one entry of a map of {@code layout}; null when there is none. */
  public static Object node(int layout) {
    return switch (layout) {
      case MapscopeLayout.HASH -> new HashMap.Node<>(0, "", "", null);
      case MapscopeLayout.LINKED_HASH -> new LinkedHashMap.Entry<>(0, "", "", null);
      case MapscopeLayout.TREE -> new TreeMap.Entry<>("", "", null);
      case MapscopeLayout.HASHTABLE -> onlyEntry(new Hashtable<>());
      case MapscopeLayout.WEAK -> onlyEntry(new WeakHashMap<>());
      case MapscopeLayout.CONCURRENT_HASH -> MapscopeConcurrentSpecimens.hashNode();
      case MapscopeLayout.SKIP_LIST -> MapscopeConcurrentSpecimens.skipListNode();
      default -> null;
    };
  }

  /** A node of the other kind, see {@link MapscopeOperation#OTHER_NODES}; null without. */
  public static Object otherNode(int layout) {
    return switch (layout) {
      case MapscopeLayout.HASH, MapscopeLayout.LINKED_HASH ->
          new HashMap.TreeNode<>(0, "", "", null);
      case MapscopeLayout.CONCURRENT_HASH -> MapscopeConcurrentSpecimens.hashTreeNode();
      case MapscopeLayout.SKIP_LIST -> node(layout);
      default -> null;
    };
  }

  /** A level above the nodes of a skip list. */
  public static Object skipListIndex() {
    return MapscopeConcurrentSpecimens.skipListIndex();
  }

  private static Object onlyEntry(Map<Object, Object> map) {
    map.put("", "");
    return map.entrySet().iterator().next();
  }
}
