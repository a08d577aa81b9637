package io.mapscope.jmc;

import io.mapscope.advisor.Catalogue;
import io.mapscope.advisor.Rule;
import io.mapscope.jfr.ReportAssembly;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RunnableFuture;
import org.openjdk.jmc.common.item.IItemCollection;
import org.openjdk.jmc.common.util.IPreferenceValueProvider;
import org.openjdk.jmc.common.util.TypedPreference;
import org.openjdk.jmc.flightrecorder.rules.IResult;
import org.openjdk.jmc.flightrecorder.rules.IResultValueProvider;
import org.openjdk.jmc.flightrecorder.rules.IRule;
import org.openjdk.jmc.flightrecorder.rules.ResultBuilder;
import org.openjdk.jmc.flightrecorder.rules.Severity;
import org.openjdk.jmc.flightrecorder.rules.TypedResult;
import org.openjdk.jmc.flightrecorder.rules.util.RulesToolkit.EventAvailability;

/**
 * A rule of JMC that shows the findings of the advisor's rule with the same id. Stateless; {@link
 * MapRules} has them all.
 */
abstract class MapRule implements IRule {

  private final Rule rule;
  private final String topic;

  /**
   * The rule with that id.
   *
   * @param topic the page of JMC that shows it, one of {@code JfrRuleTopics}
   */
  MapRule(String id, String topic) {
    this.rule =
        Catalogue.rules().stream().filter(it -> it.id().equals(id)).findFirst().orElseThrow();
    this.topic = topic;
  }

  @Override
  public final String getId() {
    return rule.id();
  }

  @Override
  public final String getTopic() {
    return topic;
  }

  @Override
  public final String getName() {
    String title = rule.title();
    return "Maps: " + title.substring(0, 1).toUpperCase(Locale.ROOT) + title.substring(1);
  }

  @Override
  public final Map<String, EventAvailability> getRequiredEvents() {
    Map<String, EventAvailability> required = new HashMap<>();
    ReportAssembly.EVENT_TYPES.forEach(type -> required.put(type, EventAvailability.AVAILABLE));
    return required;
  }

  @Override
  public final Collection<TypedPreference<?>> getConfigurationAttributes() {
    return Thresholds.of(rule.id());
  }

  @Override
  public final Collection<TypedResult<?>> getResults() {
    return Results.ALL;
  }

  @Override
  public final RunnableFuture<IResult> createEvaluation(
      IItemCollection items,
      IPreferenceValueProvider preferences,
      IResultValueProvider dependencies) {
    return new FutureTask<>(() -> evaluate(items, preferences));
  }

  private IResult evaluate(IItemCollection items, IPreferenceValueProvider preferences) {
    ResultBuilder result = ResultBuilder.createFor(this, preferences);
    Properties thresholds = Thresholds.changed(preferences);
    try {
      fill(result, Recordings.judged(items, thresholds), items);
    } catch (IllegalArgumentException unreadable) {
      result.setSeverity(Severity.NA).setSummary("Cannot judge: " + unreadable.getMessage());
    }
    return result.build();
  }

  private void fill(ResultBuilder result, List<Judged> runs, IItemCollection items) {
    List<Judged.MapFinding> findings = new ArrayList<>();
    runs.forEach(run -> findings.addAll(run.findings(rule.id())));
    if (findings.isEmpty()) {
      Silence.of(rule.id(), runs).fill(result);
    } else {
      new Found(findings, MonitorWaits.in(items)).fill(result);
    }
  }
}
