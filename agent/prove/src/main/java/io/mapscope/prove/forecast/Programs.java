package io.mapscope.prove.forecast;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mapscope.profile.Report;
import io.mapscope.profile.json.MalformedReport;
import io.mapscope.profile.json.ReportJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A jar of programs: {@code list --json} names them, {@code run NAME --turns [--fixed] --seconds N}
 * runs one and says how many turns of its work it did. Each runs in a JVM of its own.
 */
public final class Programs {

  private static final long START_AND_END_SECONDS = 60;
  private static final Pattern TURNS = Pattern.compile("(?m)^turns (\\d+)$");

  /** A heap that every program fits, and the same for all. */
  private static final String HEAP = "-Xmx512m";

  private final Path jar;
  private final Path agent;
  private final int seconds;
  private final Path folder;

  /**
   * @param agent the jar that records
   * @param seconds how long a program runs
   * @param folder where their output goes
   */
  public Programs(Path jar, Path agent, int seconds, Path folder) {
    this.jar = jar;
    this.agent = agent;
    this.seconds = seconds;
    this.folder = folder;
  }

  /** The jar that records. */
  Path agent() {
    return agent;
  }

  /** Those in which something is to be found. */
  public List<Program> list() throws IOException {
    JsonNode all = new ObjectMapper().readTree(run(List.of(), List.of("list", "--json")));
    List<Program> programs = new ArrayList<>();
    for (JsonNode one : all) {
      Set<String> rules = new HashSet<>();
      one.path("rules").forEach(rule -> rules.add(rule.asText()));
      if (!rules.isEmpty()) {
        programs.add(new Program(one.path("name").asText(), rules, one.path("fix").asText()));
      }
    }
    return programs;
  }

  /** What the agent tells of the broken form, counting every operation. */
  Report record(Program program) throws IOException {
    Path report = folder.resolve(program.name() + ".json");
    run(
        List.of("-javaagent:" + agent + "=advice=off,budget=off,report=" + report),
        turns(program, false));
    try {
      return ReportJson.read(Files.readString(report));
    } catch (MalformedReport e) {
      throw new IOException("the agent's report cannot be read: " + e.getMessage(), e);
    }
  }

  /** Turns of work that a form does in a second, without the agent. */
  public double turnsPerSecond(Program program, boolean fixed) throws IOException {
    String said = run(List.of(), turns(program, fixed));
    Matcher turns = TURNS.matcher(said);
    double done = turns.find() ? Double.parseDouble(turns.group(1)) : 0;
    if (done == 0) {
      throw new IOException("it does not count its turns");
    }
    return done / seconds;
  }

  private List<String> turns(Program program, boolean fixed) {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("run", program.name(), "--turns", "--seconds", "" + seconds));
    if (fixed) {
      arguments.add("--fixed");
    }
    return arguments;
  }

  /**
   * What it said on its standard output; what it said on the other is in the message, if it fails.
   */
  private String run(List<String> options, List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add(HEAP);
    command.addAll(options);
    command.addAll(List.of("-jar", jar.toString()));
    command.addAll(arguments);
    Path out = folder.resolve("out.txt");
    Path err = folder.resolve("err.txt");
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    try {
      if (!process.waitFor(START_AND_END_SECONDS + seconds, TimeUnit.SECONDS)) {
        throw new IOException("it did not end");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } finally {
      process.destroyForcibly();
    }
    if (process.exitValue() != 0) {
      String said = Files.readString(err).lines().findFirst().orElse("it said nothing");
      throw new IOException("exit status " + process.exitValue() + ": " + said);
    }
    return Files.readString(out);
  }
}
