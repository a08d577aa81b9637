package io.mapscope.prove.form;

import java.util.function.Function;

/**
 * The function of a look-up in a full cache: makes the value when the key is not there, and then
 * tells who has to go for it. Confined to one thread.
 */
public final class Loading implements Function<Long, Long> {

  private final Function<Long, Long> making;
  private Long eldest = 0L;
  private boolean ran;

  /** One that has not run; {@code making} makes the values. */
  public Loading(Function<Long, Long> making) {
    this.making = making;
  }

  /** The same for the next look-up, before which {@code next} is the eldest key. */
  public Loading before(Long next) {
    eldest = next;
    ran = false;
    return this;
  }

  @Override
  public Long apply(Long key) {
    ran = true;
    return making.apply(key);
  }

  /** Whether the key was not there. */
  public boolean hasRun() {
    return ran;
  }

  Long eldest() {
    return eldest;
  }
}
