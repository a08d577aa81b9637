package io.mapscope.prove.form;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A map that is never changed: {@link #with} and {@link #without} give another map in time that
 * grows with the logarithm of its size. Without nulls.
 */
public final class PersistentMap<K, V> implements Persistent<K, V> {

  private final @Nullable Trie<K, V> root;
  private final int size;

  private PersistentMap(@Nullable Trie<K, V> root, int size) {
    this.root = root;
    this.size = size;
  }

  /** The one without entries. */
  public static <K, V> PersistentMap<K, V> empty() {
    return new PersistentMap<>(null, 0);
  }

  /** Upper bits take part in what the lower ones choose, as in HashMap. */
  private static int hash(Object key) {
    int hash = key.hashCode();
    return hash ^ (hash >>> 16);
  }

  @Override
  public @Nullable V get(K key) {
    return root == null ? null : root.get(0, hash(key), key);
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public PersistentMap<K, V> with(K key, V value) {
    Trie.Leaf<K, V> leaf = new Trie.Leaf<>(hash(key), key, value);
    if (root == null) {
      return new PersistentMap<>(leaf, 1);
    }
    return new PersistentMap<>(root.with(0, leaf), get(key) == null ? size + 1 : size);
  }

  @Override
  public PersistentMap<K, V> without(K key) {
    if (root == null) {
      return this;
    }
    Trie<K, V> left = root.without(0, hash(key), key);
    return left == root ? this : new PersistentMap<>(left, size - 1);
  }

  @Override
  public Map<K, V> asMap() {
    return new View<>(this);
  }

  /** Entries in the order of the trie. */
  private static final class Entries<K, V> implements Iterator<Map.Entry<K, V>> {

    private final Deque<Trie<K, V>> open = new ArrayDeque<>();

    Entries(@Nullable Trie<K, V> root) {
      if (root != null) {
        open.push(root);
      }
    }

    @Override
    public boolean hasNext() {
      return !open.isEmpty();
    }

    /** There is an entry below whatever is open: no branch is empty. */
    @Override
    public Map.Entry<K, V> next() {
      while (!open.isEmpty()) {
        Trie<K, V> trie = open.pop();
        if (trie instanceof Trie.Leaf<K, V> leaf) {
          return leaf.entry();
        }
        trie.pushBelow(open);
      }
      throw new NoSuchElementException();
    }
  }

  private static final class View<K, V> extends AbstractMap<K, V> {

    private final PersistentMap<K, V> map;

    View(PersistentMap<K, V> map) {
      this.map = map;
    }

    /** Only keys of this map's kind are ever looked up. */
    @SuppressWarnings("unchecked")
    @Override
    public @Nullable V get(Object key) {
      return map.get((K) key);
    }

    @Override
    public boolean containsKey(Object key) {
      return get(key) != null;
    }

    @Override
    public Set<Map.Entry<K, V>> entrySet() {
      return new AbstractSet<>() {
        @Override
        public Iterator<Map.Entry<K, V>> iterator() {
          return new Entries<>(map.root);
        }

        @Override
        public int size() {
          return map.size;
        }
      };
    }
  }
}
