package io.mapscope.runtime.contention;

/** Hears of waits once they are attributed; called on the collector's thread. */
public interface WaitListener {
  /** Waits were counted as contention of {@code site}; {@code wait} has the longest of them. */
  void attributed(ContendedSite site, Evidence evidence, MonitorWait wait);
}
