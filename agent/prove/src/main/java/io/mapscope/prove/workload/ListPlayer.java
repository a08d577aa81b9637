package io.mapscope.prove.workload;

import io.mapscope.prove.list.ListMap;

/**
 * One thread's part of a replay of appends: to lists of keys drawn by lot, the hot ones as often as
 * they were. Confined to that thread.
 */
public final class ListPlayer {

  private final Lot lot;
  private final Shares hotShares;
  private final int hot;
  private final Long[] keys;
  private int next;

  ListPlayer(ListWorkload workload, Long[] keys, int index) {
    lot = new Lot(Lot.scattered(workload.seed() + index + 1));
    hotShares = new Shares(workload.hotShares());
    hot = workload.hotShares().size();
    this.keys = keys;
    next = index;
  }

  /** The next append; values are keys in their order, which need no new object. */
  public void step(ListMap<Long, Long> lists) {
    next = next + 1 < keys.length ? next + 1 : 0;
    lists.append(key(lot.draw()), keys[next]);
  }

  private Long key(long draw) {
    int key = hotShares.choose(draw, lot);
    return key < hot ? keys[key % keys.length] : keys[Lot.below(keys.length, draw >>> Shares.BITS)];
  }
}
