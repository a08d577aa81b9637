package io.mapscope.weaver;

import java.util.ArrayList;
import java.util.List;

/**
 * Which classes a weaver has woven and which it left alone, with the reasons; each named once, by
 * name only, so that no class loader is kept alive. Written by the threads that load classes.
 */
final class WovenClasses {
  /** Refusals kept; redeployments may repeat them without end. */
  private static final int MOST_REFUSALS = 100;

  private final List<String> woven = new ArrayList<>();
  private final List<Refusal> refused = new ArrayList<>();

  synchronized void woven(String className) {
    if (!woven.contains(className)) {
      woven.add(className);
    }
  }

  /** Whether it was woven; it is to be put back. */
  synchronized boolean remove(String className) {
    return woven.remove(className);
  }

  synchronized void refused(String className, String reason) {
    Refusal refusal = new Refusal(className, reason);
    if (!refused.contains(refusal) && refused.size() < MOST_REFUSALS) {
      refused.add(refusal);
    }
  }

  synchronized boolean isWoven(String className) {
    return woven.contains(className);
  }

  synchronized boolean isRefused(String className) {
    for (Refusal refusal : refused) {
      if (refusal.className().equals(className)) {
        return true;
      }
    }
    return false;
  }

  synchronized List<String> woven() {
    return List.copyOf(woven);
  }

  synchronized List<Refusal> refused() {
    return List.copyOf(refused);
  }
}
