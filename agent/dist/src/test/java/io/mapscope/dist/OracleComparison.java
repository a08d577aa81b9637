package io.mapscope.dist;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapscope.dist.programs.ExactCounts;
import io.mapscope.profile.MapProfile;
import io.mapscope.profile.Operation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What {@link ExactCounts} says it has done, held against what the agent has counted. */
final class OracleComparison {
  private static final int MAPS = 11;

  /** A line of the program; the JVM may say something in between. */
  private static final Pattern COUNT = Pattern.compile("(\\w+) (\\w+) (\\d+)");

  private OracleComparison() {}

  /** Fails, naming every difference, unless each count of each map is the program's own. */
  static void assertExact(AgentRun run) {
    assertExactBut(Set.of(), run);
  }

  /** The same for all but {@code uncounted}, of which the agent must not pretend to know. */
  static void assertExactBut(Set<String> uncounted, AgentRun run) {
    Map<String, Map<String, Long>> truth = truth(run);
    assertThat(truth).hasSize(MAPS);
    truth.keySet().removeAll(uncounted);
    assertThat(run.report().maps())
        .noneMatch(map -> uncounted.stream().anyMatch(field -> isIn(field, map)));
    List<String> differences = new ArrayList<>();
    truth.forEach((field, counts) -> compare(field, counts, run, differences));
    assertThat(differences).isEmpty();
    assertThat(run.report().maps()).allMatch(map -> map.misuse().overlaps() == 0);
  }

  private static boolean isIn(String field, MapProfile map) {
    return (ExactCounts.class.getName() + "." + field).equals(map.site().field());
  }

  private static void compare(
      String field, Map<String, Long> expected, AgentRun run, List<String> differences) {
    MapProfile map = run.map(ExactCounts.class, field);
    for (Operation operation : Operation.values()) {
      long truth = expected.getOrDefault(operation.jsonName(), 0L);
      long counted = map.operations().get(operation);
      if (truth != counted) {
        differences.add(
            field + " " + operation.jsonName() + " did " + truth + " counted " + counted);
      }
    }
  }

  private static Map<String, Map<String, Long>> truth(AgentRun run) {
    Map<String, Map<String, Long>> truth = new HashMap<>();
    for (String line : run.result().stdout().split("\\R")) {
      Matcher count = COUNT.matcher(line);
      if (count.matches()) {
        truth
            .computeIfAbsent(count.group(1), f -> new HashMap<>())
            .merge(count.group(2), Long.parseLong(count.group(3)), Long::sum);
      }
    }
    return truth;
  }
}
