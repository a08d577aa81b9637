package io.mapscope.runtime.events;

import io.mapscope.jfr.MapRef;
import io.mapscope.jfr.RareEvents;
import io.mapscope.profile.TraceRef;
import io.mapscope.runtime.collect.CodePairs;
import io.mapscope.runtime.collect.Ledger;
import io.mapscope.runtime.collect.Stacks;
import io.mapscope.runtime.contention.LongWait;
import io.mapscope.runtime.traces.CurrentTrace;
import io.mapscope.runtime.traces.SlowOperations;
import io.mapscope.runtime.traces.SpanLooks;
import io.mapscope.runtime.traces.WaitTraces;
import java.time.Instant;
import java.util.MapscopeCompound;
import java.util.MapscopeFact;
import java.util.MapscopeFacts;
import java.util.MapscopeListener;
import java.util.MapscopeLockAccount;
import java.util.MapscopeOverlap;
import java.util.MapscopeSerialized;
import java.util.MapscopeStack;
import org.jspecify.annotations.Nullable;

/**
 * Hears of rare facts, notes in which trace they happened, and writes an event for each kind that
 * has one.
 *
 * <p>Called on the application's threads, many at once; keeps no state.
 */
public final class FactEvents extends MapscopeListener {
  private FactEvents() {}

  /**
   * Begins to hear of facts. The classes that write the events are initialised here, on the agent's
   * thread, not by the first fact on the application's.
   */
  public static void install() {
    try {
      Class.forName(RareEvents.class.getName(), true, RareEvents.class.getClassLoader());
    } catch (ClassNotFoundException impossible) {
      throw new AssertionError(impossible);
    }
    Stacks.frames(new Throwable("links what application threads will run"));
    WaitTraces.prepare();
    MapscopeFacts.listener = new FactEvents();
  }

  /** Hears of no more facts. */
  public static void uninstall() {
    MapscopeFacts.listener = null;
  }

  @Override
  public void happened(MapscopeFact fact) {
    TraceRef trace = CurrentTrace.get();
    if (trace != null) {
      caught(fact, trace);
    }
    if (RareEvents.isActive()) {
      write(fact, trace);
    }
  }

  @Override
  public void looked(long monitor, long idleNanos) {
    SpanLooks.looked(monitor, idleNanos, CurrentTrace.get());
  }

  @Override
  public void waited(MapscopeLockAccount lock, long nanos) {
    LongWait wait =
        new LongWait(
            nanos, Instant.now(), Thread.currentThread().getName(), "", CurrentTrace.get());
    lock.noted = wait.orLongerOfItsSecond(lock.noted);
  }

  private static void caught(MapscopeFact fact, TraceRef trace) {
    Ledger.caught(fact, trace);
    if (fact.kind == MapscopeFact.LATENCY) {
      SlowOperations.ended(fact.a, trace);
    }
  }

  private static void write(MapscopeFact fact, @Nullable TraceRef trace) {
    switch (fact.kind) {
      case MapscopeFact.OVERLAP -> overlap(fact, trace);
      case MapscopeFact.RESIZE -> RareEvents.resize(map(fact), trace, fact.a, fact.b, fact.c);
      case MapscopeFact.COPY -> copied(fact, trace);
      case MapscopeFact.SERIALIZATION -> serialized(fact, trace);
      case MapscopeFact.COMPOUND_RACE -> compoundRace(fact, trace);
      default -> {
        // the kinds whose event comes from elsewhere, or that have none
      }
    }
  }

  private static void overlap(MapscopeFact fact, @Nullable TraceRef trace) {
    MapscopeStack writer = ((MapscopeOverlap) fact.detail).writer;
    String name = writer == null ? null : writer.threadName;
    String stack = writer == null ? null : String.join("\n", Stacks.frames(writer));
    RareEvents.unsafeAccess(map(fact), trace, name, stack);
  }

  private static void copied(MapscopeFact fact, @Nullable TraceRef trace) {
    String method = (String) fact.detail;
    String kind = method.equals("<init>") ? "constructor" : method;
    RareEvents.copy(map(fact), trace, kind, fact.a, Math.max(0, fact.c), fact.d, fact.b);
  }

  private static void serialized(MapscopeFact fact, @Nullable TraceRef trace) {
    MapscopeSerialized serialized = (MapscopeSerialized) fact.detail;
    RareEvents.serialization(
        map(fact),
        trace,
        serialized.format,
        fact.a,
        serialized.bytes,
        serialized.allocatedBytes,
        fact.d,
        serialized.redundant,
        fact.b);
  }

  /** Proven ones only: the write was lost, and the code says that the read belongs to it. */
  private static void compoundRace(MapscopeFact fact, @Nullable TraceRef trace) {
    if (fact.a != 0 && CodePairs.isRelated((MapscopeCompound) fact.detail)) {
      RareEvents.compoundRace(
          map(fact), trace, fact.b != 0 ? "check-then-act" : "read-modify-write", true);
    }
  }

  private static MapRef map(MapscopeFact fact) {
    return SiteRef.of(Ledger.nameOf(fact.tally.site));
  }
}
