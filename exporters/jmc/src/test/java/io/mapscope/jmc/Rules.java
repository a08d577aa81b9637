package io.mapscope.jmc;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmc.common.item.IItemCollection;
import org.openjdk.jmc.common.util.IPreferenceValueProvider;
import org.openjdk.jmc.flightrecorder.JfrLoaderToolkit;
import org.openjdk.jmc.flightrecorder.rules.IResult;
import org.openjdk.jmc.flightrecorder.rules.IRule;
import org.openjdk.jmc.flightrecorder.rules.RuleRegistry;
import org.openjdk.jmc.flightrecorder.rules.util.RulesToolkit;

/** Runs rules as JMC does, without a window. */
final class Rules {
  private static final int PATIENCE_SECONDS = 120;

  private Rules() {}

  /** The rules that JMC has found on the class path, its own and ours. */
  static Collection<IRule> all() {
    return RuleRegistry.getRules();
  }

  /** The result of every rule by its id; none may fail. */
  static Map<String, IResult> run(IItemCollection items, IPreferenceValueProvider preferences)
      throws Exception {
    Map<String, IResult> results = new TreeMap<>();
    Map<IRule, Future<IResult>> running =
        RulesToolkit.evaluateParallel(all(), items, preferences, 2);
    for (Map.Entry<IRule, Future<IResult>> it : running.entrySet()) {
      results.put(it.getKey().getId(), it.getValue().get(PATIENCE_SECONDS, TimeUnit.SECONDS));
    }
    return results;
  }

  static Map<String, IResult> run(Path recording) throws Exception {
    return run(
        JfrLoaderToolkit.loadEvents(recording.toFile()), IPreferenceValueProvider.DEFAULT_VALUES);
  }
}
