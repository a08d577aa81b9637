package io.mapscope.benchmarks;

import java.io.IOException;
import java.nio.file.Path;

/** A service in a JVM of its own that {@link Soak} keeps at work and looks at; ends when closed. */
interface SoakedService extends AutoCloseable {
  long pid();

  /** Where the JVM's temporary files go, Flight Recorder's repository among them. */
  Path temporary();

  /** Starts a load of that length, in processes of its own. */
  Load startLoad(int seconds) throws IOException;

  @Override
  void close();

  /** A load that is under way. */
  interface Load {
    /** Waits for its end; what was answered in a second of it. */
    double perSecond() throws IOException, InterruptedException;
  }

  /** Starts the service; called once for each of the two that run side by side. */
  interface Opener {
    SoakedService open(JvmSettings settings) throws IOException, InterruptedException;
  }
}
