package io.mapscope.prove.measure;

import io.mapscope.profile.Finding;
import io.mapscope.profile.MapProfile;
import io.mapscope.prove.list.ListCandidates;
import io.mapscope.prove.list.ListForm;
import io.mapscope.prove.workload.ListAccount;
import io.mapscope.prove.workload.ListWorkload;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Maps of lists, held against each other by appends to as many lists by as many threads. */
final class ListContest implements Contest {

  private static final String STAND_IN =
      "collections that threads change unguarded are broken, and what is broken has no speed:"
          + " synchronized lists stand in for them";

  private final ListWorkload workload;
  private final ListAccount account;
  private final List<Contender> candidates = new ArrayList<>();

  /**
   * The contest for {@code map}.
   *
   * @param findings those about the collections in it
   */
  ListContest(MapProfile map, List<Finding> findings, Plan plan) {
    workload = ListWorkload.of(map, Runtime.getRuntime().availableProcessors(), plan.seed());
    account = new ListAccount(map, workload);
    for (ListForm form : ListCandidates.of(findings, plan.mostCandidates())) {
      candidates.add(new Contender(form.name(), form.title(), List.of(form.difference())));
    }
  }

  @Override
  public String benchmark() {
    return ListReplayBenchmark.NAME;
  }

  @Override
  public int threads() {
    return workload.threads();
  }

  @Override
  public long entries() {
    return workload.keys();
  }

  @Override
  public Contender recorded() {
    ListForm form = ListCandidates.STAND_IN;
    return new Contender(form.name(), form.title(), List.of(STAND_IN, form.difference()));
  }

  @Override
  public List<Contender> candidates() {
    return List.copyOf(candidates);
  }

  @Override
  public @Nullable String difference(Contender candidate) {
    return new ListEquivalence(workload).difference(ListForm.valueOf(candidate.form()));
  }

  /** Of the lists' elements, not of the map's entries. */
  @Override
  public double retainedBytesPerEntry(Contender contender) {
    return Double.NaN;
  }

  @Override
  public @Nullable String advised(Finding finding) {
    @Nullable ListForm form = ListCandidates.advised(finding);
    return form == null ? null : form.name();
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
