package io.mapscope.prove.measure;

import io.mapscope.profile.Finding;
import io.mapscope.profile.MapProfile;
import io.mapscope.profile.Report;
import io.mapscope.profile.json.MalformedReport;
import io.mapscope.profile.json.ReportJson;
import io.mapscope.prove.form.Recorded;
import io.mapscope.prove.workload.ListWorkload;
import io.mapscope.prove.workload.SerialWorkload;
import io.mapscope.prove.workload.Workload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * What a JVM that measures has to do, as a file: a report of the one map and its findings, from
 * which it makes the same workload as everybody else.
 */
final class Order {

  /**
   * System properties that tell a measuring JVM what to do. Not below {@code mapscope.}, where the
   * agent takes what it does not know for a mistake and leaves the JVM alone.
   */
  private static final String FILE = "prove.order";

  private static final String SEED = "prove.seed";
  private static final String RECORDED = "prove.recorded";

  /** A class of the recorder, which the JVM has only with an agent that is at work. */
  private static final String RECORDER = "java.util.MapscopeGate";

  private Order() {}

  /** Writes what {@link #read} reads. */
  static void write(Report report, MapProfile map, List<Finding> findings, Path file)
      throws IOException {
    Report one =
        new Report(
            report.generatedAt(),
            report.durationSeconds(),
            report.jvm(),
            report.agent(),
            List.of(map),
            findings);
    Files.writeString(file, ReportJson.toJson(one));
  }

  /** The options of a JVM that is to do what {@code file} says. */
  static List<String> options(Path file, long seed) {
    return List.of("-D" + FILE + "=" + file, "-D" + SEED + "=" + seed);
  }

  /** More options of one that is to do it with the agent in {@code jar}, counting everything. */
  static List<String> recordedBy(Path jar) {
    return List.of("-javaagent:" + jar + "=advice=off,budget=off", "-D" + RECORDED + "=true");
  }

  /**
   * Fails where this JVM was to have the agent, and has not: figures without it would pass for
   * those with it.
   */
  private static void requireRecorder() {
    if (Boolean.getBoolean(RECORDED)) {
      try {
        Class.forName(RECORDER, false, null);
      } catch (ClassNotFoundException e) {
        throw new IllegalStateException("the agent does not record this replay", e);
      }
    }
  }

  /** The order of this JVM, by its system properties. */
  static Job read() throws IOException, MalformedReport {
    requireRecorder();
    Report report = report();
    MapProfile map = report.maps().get(0);
    int cpus = Runtime.getRuntime().availableProcessors();
    return new Job(
        Workload.of(map, report.findings(), cpus, seed()),
        Objects.requireNonNull(Recorded.of(map), "recorded form"));
  }

  /** The order of this JVM where serializations are to be replayed. */
  static SerialWorkload readSerial() throws IOException, MalformedReport {
    int cpus = Runtime.getRuntime().availableProcessors();
    return SerialWorkload.of(report().maps().get(0), cpus, seed());
  }

  /** The order of this JVM where appends to lists are to be replayed. */
  static ListWorkload readLists() throws IOException, MalformedReport {
    int cpus = Runtime.getRuntime().availableProcessors();
    return ListWorkload.of(report().maps().get(0), cpus, seed());
  }

  private static Report report() throws IOException, MalformedReport {
    Path file = Path.of(Objects.requireNonNull(System.getProperty(FILE), FILE));
    return ReportJson.read(Files.readString(file));
  }

  private static long seed() {
    return Long.parseLong(Objects.requireNonNull(System.getProperty(SEED), SEED));
  }

  /** What is to be replayed, and which form was recorded. */
  record Job(Workload workload, Recorded recorded) {}
}
