package io.mapscope.runtime.contention;

import java.util.List;
import java.util.MapscopeTally;

/** A site as attribution sees it: its living maps, where they are used from, its account. */
public interface ContendedSite {
  List<MapscopeTally> living();

  /** Whether an operation on a map of this site has been seen called from {@code frame}. */
  boolean isCalledFrom(CallFrame frame);

  ContentionAccount contention();

  GuardAccount guards();
}
