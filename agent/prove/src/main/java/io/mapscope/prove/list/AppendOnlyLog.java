package io.mapscope.prove.list;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list to which any number of threads append, and from which nothing is ever taken out. Without
 * nulls.
 *
 * <p>An append takes the next number of the last chunk by one atomic addition and writes the slot
 * of that number; nobody waits, and nothing that was written is moved when the list grows. A reader
 * takes no lock and goes as far as the first slot that is not written yet: what it sees is always
 * the beginning of the list, but an append that is done is hidden for as long as one that began
 * before it is not.
 */
public final class AppendOnlyLog<V> {

  private static final int FIRST_SLOTS = 8;
  private static final int MOST_SLOTS = 1024;

  private static final VarHandle SLOT = MethodHandles.arrayElementVarHandle(Object[].class);
  private static final VarHandle TAKEN = Chunk.handle("taken", int.class);
  private static final VarHandle NEXT = Chunk.handle("next", Chunk.class);

  private final Chunk first = new Chunk(FIRST_SLOTS);

  /** The chunk to begin with, or one before it: only a hint, so that a late write does no harm. */
  private volatile Chunk last = first;

  /** Adds {@code value} at the end. */
  public void append(V value) {
    Chunk chunk = last;
    while (!chunk.append(value)) {
      chunk = chunk.following();
      last = chunk;
    }
  }

  /** A copy of the list up to the first append that is under way; it cannot be changed. */
  public List<V> toList() {
    List<V> list = new ArrayList<>();
    for (@Nullable Chunk chunk = first; chunk != null; chunk = chunk.next) {
      for (int i = 0; i < chunk.slots.length; i++) {
        @Nullable V value = value(chunk, i);
        if (value == null) {
          return Collections.unmodifiableList(list);
        }
        list.add(value);
      }
    }
    return Collections.unmodifiableList(list);
  }

  @SuppressWarnings("unchecked") // only append writes slots
  private static <V> @Nullable V value(Chunk chunk, int index) {
    return (V) SLOT.getAcquire(chunk.slots, index);
  }

  /** A part of the list, filled from its first slot to its last. */
  private static final class Chunk {

    private final @Nullable Object[] slots;

    /** Slots given away; rises beyond their number where threads come too late. */
    @SuppressWarnings("unused") // by TAKEN
    private volatile int taken;

    private volatile @Nullable Chunk next;

    Chunk(int size) {
      slots = new Object[size];
    }

    static VarHandle handle(String field, Class<?> type) {
      try {
        return MethodHandles.lookup().findVarHandle(Chunk.class, field, type);
      } catch (ReflectiveOperationException e) {
        throw new ExceptionInInitializerError(e);
      }
    }

    /** Whether there was a slot left for {@code value}. */
    boolean append(Object value) {
      int index = (int) TAKEN.getAndAdd(this, 1);
      if (index >= slots.length) {
        return false;
      }
      SLOT.setRelease(slots, index, value);
      return true;
    }

    /** The next chunk; the first thread that needs it makes it. */
    Chunk following() {
      Chunk there = next;
      if (there != null) {
        return there;
      }
      Chunk made = new Chunk(Math.min(slots.length * 2, MOST_SLOTS));
      Chunk other = (Chunk) NEXT.compareAndExchange(this, null, made);
      return other == null ? made : other;
    }
  }
}
