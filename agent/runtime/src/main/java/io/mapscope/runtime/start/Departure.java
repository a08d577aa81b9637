package io.mapscope.runtime.start;

import io.mapscope.weaver.LibraryWeaver;
import io.mapscope.weaver.Weaver;
import java.io.Closeable;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.MapscopeGate;
import java.util.MapscopePresence;
import java.util.MapscopeRenewal;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/**
 * Ends the agent in a JVM that goes on: last reports, then everything back as it was, so that the
 * agent's class loader can be collected and another agent can come.
 *
 * <p>What stays is the JVM's way: the recorder's classes in java.base, closed and empty, and, once
 * HashMap or one of its kin was woven, {@link java.util.MapscopeViews}. Called by whoever asks for
 * it, on that thread unless a step says otherwise; one that fails is told and does not keep the
 * next from its work.
 */
final class Departure implements Callable<List<String>> {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Instrumentation instrumentation;
  private final Announcement announcement;
  private final List<String> lines = new ArrayList<>();
  private @Nullable Weaver weaver;
  private @Nullable LibraryWeaver libraries;
  private @Nullable Background background;
  private @Nullable Thread exitHook;
  private boolean done;

  Departure(Instrumentation instrumentation, Announcement announcement) {
    this.instrumentation = instrumentation;
    this.announcement = announcement;
  }

  synchronized void willUndo(Weaver jdk, LibraryWeaver others) {
    weaver = jdk;
    libraries = others;
  }

  synchronized void willEnd(Background running, Thread hook) {
    background = running;
    exitHook = hook;
  }

  /** One step. */
  private interface Step {
    void take() throws Exception;
  }

  /** Says in lines for people what has not gone as it should. */
  @Override
  public synchronized List<String> call() {
    if (done) {
      return List.of("it is leaving already");
    }
    if (!withdrawHook()) {
      return List.of("the JVM is ending, which ends the agent too");
    }
    done = true;
    Background running = background;
    if (running != null) {
      step("stop its governor", running::stopGoverning);
    }
    // Not by the hand that accounts for closed intervals: nothing is missing from what was counted.
    closeGate();
    if (running != null) {
      step("write the last report", apart(running::leave));
    }
    if (running != null) {
      step("close its management bean and endpoint", apart(running::closeDoors));
    }
    undoWeaving();
    if (running != null) {
      step("put the maps back", running::releaseMaps);
    }
    step("end its threads", this::endThreads);
    step("forget its figures", MapscopeRenewal::forgetAll);
    step("withdraw its announcement", announcement::withdraw);
    MapscopePresence.release();
    step("leave the JDK's caches", JdkCaches::displaceOurs);
    step("close its jar", Departure::closeJar);
    return List.copyOf(lines);
  }

  private static void closeGate() {
    MapscopeGate.moves++;
    MapscopeGate.setAll(false);
  }

  private void undoWeaving() {
    step("put the bytecode back", this::restoreClasses);
    step("wait for threads inside the recorder", Quiescence::awaitNobodyRecords);
  }

  private void restoreClasses() throws UnmodifiableClassException {
    Weaver jdk = weaver;
    if (jdk != null) {
      jdk.uninstall(instrumentation);
    }
    LibraryWeaver others = libraries;
    if (others != null) {
      others.uninstall(instrumentation);
    }
  }

  /** False when the JVM runs its hooks already, ours among them. */
  private boolean withdrawHook() {
    Thread hook = exitHook;
    if (hook == null) {
      return true;
    }
    try {
      return Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException ending) {
      return false;
    }
  }

  /** Flight Recorder's own threads that began under ours have our loader as their context. */
  private void endThreads() throws InterruptedException {
    for (String name : AgentThreads.awaitEnd(PATIENCE)) {
      lines.add("its thread " + name + " has not ended yet");
    }
    ClassLoader ours = Departure.class.getClassLoader();
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getContextClassLoader() == ours) {
        thread.setContextClassLoader(ClassLoader.getSystemClassLoader());
      }
    }
  }

  private static void closeJar() throws IOException {
    if (Departure.class.getClassLoader() instanceof Closeable loader) {
      loader.close();
    }
  }

  /**
   * The same on a thread of its own: the asker's lives on, and the libraries we use leave values of
   * their classes, which are of our loader, in the locals of threads that they have run on.
   */
  private static Step apart(Step step) {
    return () -> {
      FutureTask<Void> task =
          new FutureTask<>(
              () -> {
                step.take();
                return null;
              });
      AgentThreads.make(task, "mapscope-departure").start();
      try {
        task.get();
      } catch (ExecutionException failed) {
        throw failed.getCause() instanceof Exception cause ? cause : failed;
      }
    };
  }

  private void step(String what, Step step) {
    try {
      step.take();
    } catch (Exception | LinkageError problem) {
      lines.add("could not " + what + ": " + problem);
      if (problem instanceof InterruptedException) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
