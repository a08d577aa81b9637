package io.mapscope.prove.form;

import java.util.Arrays;
import java.util.Deque;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A hash trie that is never changed: what would change it gives another one, which shares all parts
 * that stay. Five bits of the hash choose among the children of a branch, and only children that
 * are there take a place (Bagwell: Ideal hash trees, 2001).
 */
abstract class Trie<K, V> {

  private static final int BITS = 5;
  private static final int MASK = (1 << BITS) - 1;

  /** The value of {@code key}, or null. */
  abstract @Nullable V get(int shift, int hash, K key);

  /** The trie with {@code leaf} besides, or instead of the leaf with its key. */
  abstract Trie<K, V> with(int shift, Leaf<K, V> leaf);

  /** The trie without {@code key}, itself when that is not there, null when nothing is left. */
  abstract @Nullable Trie<K, V> without(int shift, int hash, K key);

  /** Pushes the tries below this one; none below a leaf. */
  abstract void pushBelow(Deque<Trie<K, V>> stack);

  private static int bit(int shift, int hash) {
    return 1 << ((hash >>> shift) & MASK);
  }

  /** The trie of two leaves whose keys differ. */
  private static <K, V> Trie<K, V> of(int shift, Leaf<K, V> one, Leaf<K, V> other) {
    if (one.hash == other.hash) {
      return new Collision<>(one.hash, new Object[] {one, other});
    }
    Branch<K, V> branch = new Branch<>(bit(shift, one.hash), new Object[] {one});
    return branch.with(shift, other);
  }

  @SuppressWarnings("unchecked") // only tries of this kind are ever put into the arrays
  private static <K, V> Trie<K, V> child(Object[] children, int index) {
    return (Trie<K, V>) children[index];
  }

  private static Object[] inserted(Object[] children, int index, Object child) {
    Object[] copy = new Object[children.length + 1];
    System.arraycopy(children, 0, copy, 0, index);
    copy[index] = child;
    System.arraycopy(children, index, copy, index + 1, children.length - index);
    return copy;
  }

  private static Object[] replaced(Object[] children, int index, Object child) {
    Object[] copy = children.clone();
    copy[index] = child;
    return copy;
  }

  private static Object[] removed(Object[] children, int index) {
    Object[] copy = Arrays.copyOf(children, children.length - 1);
    System.arraycopy(children, index + 1, copy, index, copy.length - index);
    return copy;
  }

  /** One entry. */
  static final class Leaf<K, V> extends Trie<K, V> {

    final int hash;
    final K key;
    final V value;

    Leaf(int hash, K key, V value) {
      this.hash = hash;
      this.key = key;
      this.value = value;
    }

    boolean isOf(int otherHash, K otherKey) {
      return hash == otherHash && key.equals(otherKey);
    }

    Map.Entry<K, V> entry() {
      return Map.entry(key, value);
    }

    @Override
    @Nullable V get(int shift, int otherHash, K otherKey) {
      return isOf(otherHash, otherKey) ? value : null;
    }

    @Override
    Trie<K, V> with(int shift, Leaf<K, V> leaf) {
      return isOf(leaf.hash, leaf.key) ? leaf : Trie.of(shift, this, leaf);
    }

    @Override
    @Nullable Trie<K, V> without(int shift, int otherHash, K otherKey) {
      return isOf(otherHash, otherKey) ? null : this;
    }

    @Override
    void pushBelow(Deque<Trie<K, V>> stack) {}
  }

  /** Tries by five bits of the hash; {@code bitmap} tells which are there, in rising order. */
  private static final class Branch<K, V> extends Trie<K, V> {

    private final int bitmap;
    private final Object[] children;

    Branch(int bitmap, Object[] children) {
      this.bitmap = bitmap;
      this.children = children;
    }

    private int index(int bit) {
      return Integer.bitCount(bitmap & (bit - 1));
    }

    @Override
    @Nullable V get(int shift, int hash, K key) {
      int bit = bit(shift, hash);
      if ((bitmap & bit) == 0) {
        return null;
      }
      return Trie.<K, V>child(children, index(bit)).get(shift + BITS, hash, key);
    }

    @Override
    Trie<K, V> with(int shift, Leaf<K, V> leaf) {
      int bit = bit(shift, leaf.hash);
      int index = index(bit);
      if ((bitmap & bit) == 0) {
        return new Branch<>(bitmap | bit, inserted(children, index, leaf));
      }
      Trie<K, V> child = child(children, index);
      return new Branch<>(bitmap, replaced(children, index, child.with(shift + BITS, leaf)));
    }

    @Override
    @Nullable Trie<K, V> without(int shift, int hash, K key) {
      int bit = bit(shift, hash);
      if ((bitmap & bit) == 0) {
        return this;
      }
      int index = index(bit);
      Trie<K, V> child = child(children, index);
      Trie<K, V> left = child.without(shift + BITS, hash, key);
      if (left == child) {
        return this;
      }
      return left == null
          ? shrunk(bit, index)
          : new Branch<>(bitmap, replaced(children, index, left));
    }

    private @Nullable Trie<K, V> shrunk(int bit, int index) {
      return children.length == 1 ? null : new Branch<>(bitmap & ~bit, removed(children, index));
    }

    @Override
    void pushBelow(Deque<Trie<K, V>> stack) {
      for (int i = 0; i < children.length; i++) {
        stack.push(child(children, i));
      }
    }
  }

  /** Leaves whose keys have the whole hash in common. */
  private static final class Collision<K, V> extends Trie<K, V> {

    private final int hash;
    private final Object[] leaves;

    Collision(int hash, Object[] leaves) {
      this.hash = hash;
      this.leaves = leaves;
    }

    private int indexOf(int otherHash, K key) {
      for (int i = 0; i < leaves.length; i++) {
        if (leaf(i).isOf(otherHash, key)) {
          return i;
        }
      }
      return -1;
    }

    private Leaf<K, V> leaf(int index) {
      return (Leaf<K, V>) Trie.<K, V>child(leaves, index);
    }

    @Override
    @Nullable V get(int shift, int otherHash, K key) {
      int index = indexOf(otherHash, key);
      return index < 0 ? null : leaf(index).value;
    }

    @Override
    Trie<K, V> with(int shift, Leaf<K, V> leaf) {
      if (leaf.hash != hash) {
        return new Branch<K, V>(bit(shift, hash), new Object[] {this}).with(shift, leaf);
      }
      int index = indexOf(hash, leaf.key);
      return new Collision<>(
          hash, index < 0 ? inserted(leaves, 0, leaf) : replaced(leaves, index, leaf));
    }

    @Override
    @Nullable Trie<K, V> without(int shift, int otherHash, K key) {
      int index = indexOf(otherHash, key);
      if (index < 0) {
        return this;
      }
      return leaves.length == 2 ? leaf(1 - index) : new Collision<>(hash, removed(leaves, index));
    }

    @Override
    void pushBelow(Deque<Trie<K, V>> stack) {
      for (int i = 0; i < leaves.length; i++) {
        stack.push(leaf(i));
      }
    }
  }
}
