package io.mapscope.runtime.collect;

import io.mapscope.profile.AgentInfo;
import io.mapscope.profile.JvmInfo;
import io.mapscope.profile.MapProfile;
import io.mapscope.profile.RefusedClass;
import io.mapscope.profile.Report;
import java.time.Instant;
import java.util.List;
import java.util.MapscopeErrors;
import java.util.MapscopeSites;
import java.util.function.Supplier;

/** Makes reports: the ledger's profiles, with the JVM's and the agent's own account beside them. */
public final class Snapshots {
  /** What of the agent's account is known elsewhere. */
  public interface Agent {
    String version();

    String budget();

    /** The agent's share of the process's CPU time; NaN when it is not measured. */
    double overheadRatio();

    List<String> wovenClasses();

    List<RefusedClass> refusedClasses();
  }

  private static final double NANOS_PER_SECOND = 1e9;

  private final Ledger ledger;
  private final Gate gate;
  private final Supplier<JvmInfo> jvm;
  private final Agent agent;
  private final long startNanos = System.nanoTime();

  public Snapshots(Ledger ledger, Gate gate, Supplier<JvmInfo> jvm, Agent agent) {
    this.ledger = ledger;
    this.gate = gate;
    this.jvm = jvm;
    this.agent = agent;
  }

  /** Everything counted up to now. */
  public Report take() {
    int tracked = ledger.update();
    ledger.findFields();
    List<MapProfile> maps = ledger.profiles();
    double seconds = (System.nanoTime() - startNanos) / NANOS_PER_SECOND;
    return new Report(Instant.now(), seconds, jvm.get(), agentInfo(tracked), maps);
  }

  private AgentInfo agentInfo(int tracked) {
    return new AgentInfo(
        agent.version(),
        agent.budget(),
        gate.coverage() * ledger.countedShare(),
        agent.overheadRatio(),
        MapscopeErrors.dropped,
        MapscopeErrors.suppressed,
        tracked,
        MapscopeSites.size(),
        agent.wovenClasses(),
        agent.refusedClasses(),
        ledger.untracked(),
        MapscopeErrors.unkept);
  }
}
