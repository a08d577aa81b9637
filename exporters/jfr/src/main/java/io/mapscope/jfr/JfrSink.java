package io.mapscope.jfr;

import io.mapscope.profile.Finding;
import io.mapscope.profile.MapProfile;
import io.mapscope.profile.Report;
import io.mapscope.profile.TraceRef;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import jdk.jfr.FlightRecorder;
import org.jspecify.annotations.Nullable;

/**
 * Puts reports into every recording that runs in this JVM, ours or the user's.
 *
 * <p>A report is written when the period of {@code mapscope.MapStatistics} is over (10 s unless the
 * recording says otherwise) and, by {@code mapscope.AgentStatistics}, at the begin and end of every
 * chunk, so that a recording that is dumped at any time ends with fresh figures. Each is a complete
 * set. Findings that stand are written with the sets at the begin and end of a chunk. Nothing is
 * computed while no recording wants the events.
 *
 * <p>The supplier is called on threads of Flight Recorder, one of them holding the recorder's lock:
 * it must not start, stop or dump a recording, and nobody may do so while holding a lock that the
 * supplier needs.
 */
public final class JfrSink {

  private final Supplier<Report> snapshot;
  private final Consumer<? super RuntimeException> onError;
  private final FindingEvents findings;
  private final EventSetWriter writer;
  private final Runnable mapHook = () -> writeSnapshot(false);
  private final Runnable agentHook = () -> writeSnapshot(true);

  /**
   * A sink that is not yet registered.
   *
   * @param snapshot gives the current report
   * @param onError is told what the snapshot threw; that set is then missing
   */
  public JfrSink(Supplier<Report> snapshot, Consumer<? super RuntimeException> onError) {
    this(snapshot, mapId -> null, onError);
  }

  /**
   * The same, with traces.
   *
   * @param traces tells where in the application's traces the maps of an id were last caught
   */
  public JfrSink(
      Supplier<Report> snapshot,
      Function<String, @Nullable TraceRef> traces,
      Consumer<? super RuntimeException> onError) {
    this.snapshot = snapshot;
    this.onError = onError;
    this.findings = new FindingEvents(traces);
    this.writer = new EventSetWriter(findings);
  }

  /**
   * Makes our event types known and begins to write. Initialises Flight Recorder if nobody has,
   * which takes tens of milliseconds: call it off the main thread.
   */
  public void register() {
    registerRareEvents();
    FlightRecorder.register(FindingEvent.class);
    FlightRecorder.register(MapOverview.class);
    FlightRecorder.addPeriodicEvent(MapStatistics.class, mapHook);
    FlightRecorder.addPeriodicEvent(AgentStatistics.class, agentHook);
  }

  /** Ends the writing; a sink that is not registered stays as it is. */
  public void unregister() {
    RareEvents.unregister();
    if (FlightRecorder.isInitialized()) {
      FlightRecorder.removePeriodicEvent(mapHook);
      FlightRecorder.removePeriodicEvent(agentHook);
    }
  }

  /**
   * Ends the writing and takes our event types out of Flight Recorder, which keeps the class loader
   * of every type it knows. No event of these classes can be written any more.
   */
  public void leave() {
    unregister();
    if (FlightRecorder.isInitialized()) {
      RareEvents.TYPES.forEach(FlightRecorder::unregister);
      FlightRecorder.unregister(FindingEvent.class);
      FlightRecorder.unregister(MapOverview.class);
      FlightRecorder.unregister(MapStatistics.class);
      FlightRecorder.unregister(AgentStatistics.class);
    }
  }

  /**
   * Writes {@code report}, and from now on nothing else, so that a reader of the recording gets
   * that very report. The sink stays registered: a recording that ends meanwhile gets it once more.
   * Does nothing when Flight Recorder was never used.
   */
  public void emitFinal(Report report) {
    if (FlightRecorder.isInitialized()) {
      writer.writeFinal(report);
    }
  }

  /**
   * Writes that a finding has come to {@code state}. Does nothing when Flight Recorder was never
   * used.
   *
   * @param map the map that it is about, or null when it is gone from the figures
   */
  public void tell(FindingState state, Finding finding, @Nullable MapProfile map) {
    if (FlightRecorder.isInitialized()) {
      findings.write(state, finding, map, writer.run());
    }
  }

  private void registerRareEvents() {
    try {
      RareEvents.register();
    } catch (IllegalStateException e) {
      onError.accept(e);
    }
  }

  private void writeSnapshot(boolean atChunk) {
    try {
      RareEvents.calibrate();
      Report report = snapshot.get();
      writer.write(report);
      if (atChunk) {
        writer.writeFindings(report);
      }
    } catch (RuntimeException e) {
      onError.accept(e);
    }
  }
}
