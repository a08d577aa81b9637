package io.mapscope.harness;

import io.mapscope.profile.AgentInfo;
import io.mapscope.profile.MapProfile;
import io.mapscope.profile.Report;
import io.mapscope.profile.json.MalformedReport;
import io.mapscope.profile.json.ReportJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** Looks at an agent's report as a test does: is the agent well, and which fields does it name. */
public final class Reports {
  private Reports() {}

  /** Reads the JSON report in {@code file}. */
  public static Report read(Path file) throws IOException {
    try {
      return ReportJson.read(Files.readAllBytes(file));
    } catch (MalformedReport e) {
      throw new AssertionError(file + " is no report", e);
    }
  }

  /** Asserts that the agent suppressed no error of its own and could weave every class. */
  public static void assertHealthy(Report report) {
    final AgentInfo agent = report.agent();
    if (agent.suppressedErrors() != 0 || !agent.refusedClasses().isEmpty()) {
      throw new AssertionError(
          "unhealthy agent: suppressed errors "
              + agent.suppressedErrors()
              + ", refused classes "
              + agent.refusedClasses());
    }
  }

  /** The profiles whose field lies in a class that starts with one of these package names. */
  public static List<MapProfile> mapsInFieldsOf(Report report, String... packages) {
    return report.maps().stream()
        .filter(map -> Arrays.stream(packages).anyMatch(prefix -> isIn(map, prefix)))
        .toList();
  }

  private static boolean isIn(MapProfile map, String prefix) {
    return Objects.requireNonNullElse(map.site().field(), "").startsWith(prefix);
  }
}
