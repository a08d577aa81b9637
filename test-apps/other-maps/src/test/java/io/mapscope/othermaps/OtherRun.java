package io.mapscope.othermaps;

import io.mapscope.harness.ChildJvm;
import io.mapscope.harness.ChildJvmBuilder;
import io.mapscope.harness.ChildResult;
import io.mapscope.harness.Reports;
import io.mapscope.profile.MapProfile;
import io.mapscope.profile.Operation;
import io.mapscope.profile.Report;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A program with one release of a library under the agent, and the report it left. */
record OtherRun(Class<?> program, ChildResult result, Report report) {
  private static final String ANY = "Any";

  /** A child that sees the programs and these jars of {@code target/releases}, nothing else. */
  static ChildJvmBuilder child(Path directory, Class<?> program, String... jars) throws Exception {
    List<String> path = new ArrayList<>();
    path.add(
        Path.of(program.getProtectionDomain().getCodeSource().getLocation().toURI()).toString());
    for (String jar : jars) {
      path.add(jar(jar).toString());
    }
    return ChildJvm.builder(directory, program.getName())
        .classPath(String.join(File.pathSeparator, path));
  }

  static Path jar(String name) {
    return Path.of(System.getProperty("releases"), name + ".jar");
  }

  /** Runs to the end, which must be a good one, with a healthy report. */
  static OtherRun of(Path directory, Class<?> program, String maps, String... jars)
      throws Exception {
    Path json = directory.resolve("report.json");
    ChildResult result =
        child(directory, program, jars)
            .agent("budget=off", "interval=500ms", "maps=" + maps, "report=" + json)
            .run();
    // The libraries' own use of Unsafe makes a JDK 25 warn.
    result.assertExit(0).assertQuiet("org.jctools.", "com.google.common.", "benmanes");
    Report report = Reports.read(json);
    Reports.assertHealthy(report);
    return new OtherRun(program, result, report);
  }

  /** The map in a static field of the program; exactly one site must have it. */
  MapProfile map(String field) {
    List<MapProfile> found =
        report.maps().stream()
            .filter(map -> (program.getName() + "." + field).equals(map.site().field()))
            .toList();
    if (found.size() != 1) {
      throw new AssertionError(field + " is named by " + found.size() + " sites: " + report.maps());
    }
    return found.get(0);
  }

  /** What the program says it did and the agent did not count so, and the other way round. */
  List<String> differences() {
    List<String> differences = new ArrayList<>();
    truth().forEach((field, did) -> compare(field, did, differences));
    return differences;
  }

  private void compare(String field, Map<String, Long> did, List<String> differences) {
    Map<String, Long> counted = new TreeMap<>();
    for (Operation operation : Operation.values()) {
      long count = map(field).operations().get(operation);
      if (count > 0) {
        counted.merge(nameIn(did, operation.jsonName()), count, Long::sum);
      }
    }
    if (!counted.equals(did)) {
      differences.add(field + " did " + did + " counted " + counted);
    }
  }

  /** Where the program cannot know the outcome it says {@code putAny} and the like. */
  private static String nameIn(Map<String, Long> did, String operation) {
    for (String name : did.keySet()) {
      if (name.endsWith(ANY) && operation.startsWith(prefix(name)) && !did.containsKey(operation)) {
        return operation.equals("putAll") ? operation : name;
      }
    }
    return operation;
  }

  private static String prefix(String any) {
    return any.substring(0, any.length() - ANY.length());
  }

  /** The program's own account, by field and operation. */
  Map<String, Map<String, Long>> truth() {
    Map<String, Map<String, Long>> truth = new HashMap<>();
    for (String line : result.stdout().split("\\R")) {
      String[] words = line.split(" ");
      if (words.length == 3) {
        truth
            .computeIfAbsent(words[0], field -> new TreeMap<>())
            .merge(words[1], Long.parseLong(words[2]), Long::sum);
      }
    }
    return truth;
  }
}
