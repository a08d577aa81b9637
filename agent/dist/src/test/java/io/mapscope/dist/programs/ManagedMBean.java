package io.mapscope.dist.programs;

import java.io.IOException;

/** The hand by which a test moves {@link Managed}: the program's own bean, not the agent's. */
public interface ManagedMBean {
  /** Four threads put and get so often each on the program's maps; returns when all is done. */
  void work(int timesEach) throws InterruptedException;

  /** A map is made and gets so many entries. */
  void makeLate(int entries);

  /** So many gets on the late map. */
  void useLate(int gets);

  /** The shared map is written by Java serialization so often, and the output forgotten. */
  void serialize(int times) throws IOException;
}
