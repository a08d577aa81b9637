package io.mapscope.prove.measure;

import io.mapscope.profile.Finding;
import io.mapscope.profile.MapProfile;
import io.mapscope.prove.form.Candidates;
import io.mapscope.prove.form.Differences;
import io.mapscope.prove.form.Form;
import io.mapscope.prove.form.Recorded;
import io.mapscope.prove.workload.Account;
import io.mapscope.prove.workload.Workload;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Forms of a map, held against each other by the operations that were recorded. */
final class MapContest implements Contest {

  private final MapProfile map;
  private final Recorded recorded;
  private final Workload workload;
  private final Account account;
  private final List<Contender> candidates = new ArrayList<>();

  /**
   * The contest for {@code map}.
   *
   * @param findings those about it
   * @param recorded its form
   */
  MapContest(MapProfile map, List<Finding> findings, Recorded recorded, Plan plan) {
    this.map = map;
    this.recorded = recorded;
    int cpus = Runtime.getRuntime().availableProcessors();
    workload = Workload.of(map, findings, cpus, plan.seed());
    account = new Account(map, workload);
    for (Form form : Candidates.of(map, recorded, findings, plan.mostCandidates())) {
      String title = form.title(recorded.base());
      candidates.add(new Contender(form.name(), title, Differences.of(map, recorded, form)));
    }
  }

  @Override
  public String benchmark() {
    return ReplayBenchmark.NAME;
  }

  @Override
  public int threads() {
    return workload.threads();
  }

  @Override
  public long entries() {
    return workload.entries();
  }

  @Override
  public Contender recorded() {
    String why = recorded.standIn();
    List<String> differences = why == null ? List.of() : List.of(why);
    return new Contender(recorded.form().name(), recorded.title(), differences);
  }

  @Override
  public List<Contender> candidates() {
    return List.copyOf(candidates);
  }

  @Override
  public @Nullable String difference(Contender candidate) {
    return new Equivalence(workload).difference(recorded, Form.valueOf(candidate.form()));
  }

  @Override
  public double retainedBytesPerEntry(Contender contender) {
    return Retained.bytesPerEntry(Form.valueOf(contender.form()), recorded.base(), workload);
  }

  @Override
  public @Nullable String advised(Finding finding) {
    @Nullable Form form = Candidates.advised(finding, map);
    return form == null || form == recorded.form() ? null : form.name();
  }

  @Override
  public List<String> reproduced() {
    return account.reproduced();
  }

  @Override
  public List<String> notReproduced() {
    return account.notReproduced();
  }
}
