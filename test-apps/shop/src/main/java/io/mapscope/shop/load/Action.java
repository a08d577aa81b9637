package io.mapscope.shop.load;

import java.util.Random;

/** What a visitor does next, with its share of all requests in parts of a thousand. */
enum Action {
  VIEW_PRODUCT(720),
  SEARCH(90),
  ADD_TO_CART(110),
  CHECK_OUT(45),
  SHOW_STATS(15),
  EXPORT_SESSIONS(5),
  CHECK_HEALTH(15);

  private static final Action[] ALL = values();
  private static final int WHOLE = 1_000;

  private final int share;

  Action(int share) {
    this.share = share;
  }

  static Action draw(Random random) {
    int left = random.nextInt(WHOLE);
    for (Action action : ALL) {
      left -= action.share;
      if (left < 0) {
        return action;
      }
    }
    throw new IllegalStateException("the shares of the actions do not add up to " + WHOLE);
  }

  /**
   * Whether that status is a right answer; a checkout may also be refused (empty cart, no stock).
   */
  boolean expects(int status) {
    return status == 200 || (this == CHECK_OUT && status == 409);
  }
}
