package io.mapscope.dist;

import io.mapscope.harness.ChildResult;
import io.mapscope.harness.Reports;
import io.mapscope.profile.MapProfile;
import io.mapscope.profile.Report;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A program of this test suite run under the agent to its end, and the report it left. */
record AgentRun(ChildResult result, Report report) {
  /**
   * What -Xcheck:jni says of java.instrument in JDK 17.0.15, whose getAllLoadedClasses and
   * retransformClasses hold a reference to every class at once. No native code is ours.
   */
  private static final String JNI_REFERENCES = "JNI local refs:";

  /**
   * Runs {@code program}, which must end well, quietly and with a healthy report. Every operation
   * is counted, whatever it costs, unless the options have a budget: these programs do nothing but
   * use maps, and what is recorded of it is held against the truth.
   */
  static AgentRun of(Path directory, Class<?> program, String... options) throws Exception {
    return withFlags(List.of(), directory, program, options);
  }

  /** The same in a JVM with {@code flags}. */
  static AgentRun withFlags(List<String> flags, Path directory, Class<?> program, String... options)
      throws Exception {
    Path json = directory.resolve("report.json");
    List<String> all = new ArrayList<>(Arrays.asList(options));
    if (all.stream().noneMatch(option -> option.startsWith("budget="))) {
      all.add("budget=off");
    }
    all.add("interval=500ms");
    all.add("report=" + json);
    ChildResult result =
        Programs.child(directory, program)
            .jvmFlags(flags.toArray(new String[0]))
            .agent(all.toArray(new String[0]))
            .run();
    result.assertExit(0).assertQuiet(JNI_REFERENCES);
    Report report = Reports.read(json);
    Reports.assertHealthy(report);
    return new AgentRun(result, report);
  }

  /** The number at {@code place} of the line that the program printed for {@code name}. */
  long printed(String name, int place) {
    for (String line : result.stdout().split("\\R")) {
      String[] words = line.split(" ");
      if (words[0].equals(name)) {
        return Long.parseLong(words[place + 1]);
      }
    }
    throw new AssertionError("the program printed nothing for " + name + ": " + result.stdout());
  }

  /** The map in {@code field} of {@code owner}; exactly one site must have it. */
  MapProfile map(Class<?> owner, String field) {
    return map(report, owner, field);
  }

  static MapProfile map(Report report, Class<?> owner, String field) {
    List<MapProfile> found =
        report.maps().stream()
            .filter(map -> (owner.getName() + "." + field).equals(map.site().field()))
            .toList();
    if (found.size() != 1) {
      throw new AssertionError(field + " is named by " + found.size() + " sites: " + report.maps());
    }
    return found.get(0);
  }
}
