package java.util.concurrent;

/** The part of {@code java.util.MapscopeSpecimens} that needs this package's classes. */
public final class MapscopeConcurrentSpecimens {
  private MapscopeConcurrentSpecimens() {}

  public static Object hashNode() {
    return new ConcurrentHashMap.Node<>(0, "", "");
  }

  public static Object hashTreeNode() {
    return new ConcurrentHashMap.TreeNode<>(0, "", "", null, null);
  }

  public static Object skipListNode() {
    return new ConcurrentSkipListMap.Node<>("", "", null);
  }

  public static Object skipListIndex() {
    return new ConcurrentSkipListMap.Index<>(null, null, null);
  }
}
