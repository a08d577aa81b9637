package io.mapscope.jfr;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the JVM from beginning its end while a recording starts, which takes milliseconds.
 *
 * <p>A recording that starts after Flight Recorder's own shutdown hook has taken the recorder down
 * waits for ever for a native thread that is gone, and holds the recorder's lock meanwhile, so that
 * any other hook which asks for a recording keeps the JVM from ending ({@code
 * PlatformRecorder.start} does not look whether {@code destroy} was there; seen with JDK 25.0.3,
 * same code in 17). Shutdown hooks begin when the JVM has taken their table under a lock of its
 * own; a thread of ours holds that lock from {@link #take} to {@link #close}, but no longer than
 * {@value #PATIENCE_SECONDS} second, whoever waits for whom. Until then threads that register a
 * shutdown hook wait too; {@link #isEnding} does not, because events that are written as a
 * recording starts ask for it.
 */
public final class HeldExit implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 1;

  /** Its class is the lock; its members are not touched. */
  private static final String HOOKS = "java.lang.ApplicationShutdownHooks";

  /** How many hold the end; written under the JVM's lock only. */
  private static volatile int holders;

  private final CountDownLatch settled = new CountDownLatch(1);
  private final CountDownLatch released = new CountDownLatch(1);
  private volatile @Nullable IllegalStateException refusal;

  private HeldExit() {}

  /**
   * Returns when the end is held. Whoever calls has made Flight Recorder ready before (as by making
   * a recording), because that registers a shutdown hook while it holds locks of the recorder.
   *
   * @throws IllegalStateException when the JVM ends already
   */
  public static HeldExit take() {
    HeldExit held = new HeldExit();
    Thread holder = new Thread(null, held::hold, "mapscope-held-exit", 0, false);
    holder.setDaemon(true);
    holder.setContextClassLoader(ClassLoader.getPlatformClassLoader());
    holder.start();
    held.awaitSettled();
    IllegalStateException refused = held.refusal;
    if (refused != null) {
      throw new IllegalStateException(refused.getMessage(), refused);
    }
    return held;
  }

  /** Lets the JVM end, when it wants to; more than once is as once. */
  @Override
  public void close() {
    released.countDown();
  }

  private void awaitSettled() {
    try {
      settled.await();
    } catch (InterruptedException interrupted) {
      close();
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", interrupted);
    }
  }

  private void hold() {
    try {
      synchronized (Class.forName(HOOKS, false, null)) {
        askForTheEnd();
        holdUntilReleased();
      }
    } catch (IllegalStateException ending) {
      refusal = ending;
    } catch (ClassNotFoundException | SecurityException notOurs) {
      // A JVM that ends in another way, or that does not let us ask: as if this class were not.
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } finally {
      settled.countDown();
    }
  }

  @SuppressWarnings("NonAtomicVolatileUpdate") // by whoever has the lock
  private void holdUntilReleased() throws InterruptedException {
    holders++;
    try {
      settled.countDown();
      released.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } finally {
      holders--;
    }
  }

  /** Whether the JVM has begun its end: shutdown hooks run. Does not wait for who holds it. */
  public static boolean isEnding() {
    if (holders > 0) {
      return false;
    }
    try {
      askForTheEnd();
      return false;
    } catch (IllegalStateException ending) {
      return true;
    }
  }

  /** The JVM has no other way to ask: it refuses new hooks once it runs those it has. */
  private static void askForTheEnd() {
    Thread probe = new Thread();
    Runtime.getRuntime().addShutdownHook(probe);
    Runtime.getRuntime().removeShutdownHook(probe);
  }
}
