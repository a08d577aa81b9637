package io.mapscope.benchmarks.scaling;

import java.util.ArrayList;
import java.util.List;

/**
 * What a measured JVM does, handed over by system properties: a map of settings would be one that
 * the agent records.
 *
 * @param maps made at the sites in turn, and kept
 * @param threads that use each map once and then wait
 * @param gap by how much ids of neighbouring threads differ; 0: at random, 1,000 on average
 * @param virtual whether these threads are virtual ones
 * @param seconds how long is looked at
 * @param busy whether the maps are used in every way meanwhile
 * @param port where Prometheus may scrape; {@link #ONLY_BEAN} or {@link #NO_DOOR} for less of what
 *     the agent can be asked for
 */
record ChildSettings(
    int sites,
    int maps,
    int threads,
    int gap,
    boolean virtual,
    int seconds,
    boolean busy,
    int port) {
  static final int ONLY_BEAN = -1;
  static final int NO_DOOR = 0;
  private static final String PREFIX = "scaling.";

  static ChildSettings idle(int sites, int maps, int threads, int seconds) {
    return new ChildSettings(sites, maps, threads, 1, false, seconds, false, NO_DOOR);
  }

  ChildSettings withDoors(int openPort) {
    return new ChildSettings(sites, maps, threads, gap, virtual, seconds, busy, openPort);
  }

  ChildSettings withGap(int between) {
    return new ChildSettings(sites, maps, threads, between, virtual, seconds, busy, port);
  }

  ChildSettings withVirtualThreads() {
    return new ChildSettings(sites, maps, threads, gap, true, seconds, busy, port);
  }

  ChildSettings withAllOperations() {
    return new ChildSettings(sites, maps, threads, gap, virtual, seconds, true, port);
  }

  List<String> asFlags() {
    final List<String> flags = new ArrayList<>();
    flags.add("-D" + PREFIX + "sites=" + sites);
    flags.add("-D" + PREFIX + "maps=" + maps);
    flags.add("-D" + PREFIX + "threads=" + threads);
    flags.add("-D" + PREFIX + "gap=" + gap);
    flags.add("-D" + PREFIX + "virtual=" + virtual);
    flags.add("-D" + PREFIX + "seconds=" + seconds);
    flags.add("-D" + PREFIX + "busy=" + busy);
    flags.add("-D" + PREFIX + "port=" + port);
    return flags;
  }

  static ChildSettings ofThisJvm() {
    return new ChildSettings(
        number("sites"),
        number("maps"),
        number("threads"),
        number("gap"),
        Boolean.getBoolean(PREFIX + "virtual"),
        number("seconds"),
        Boolean.getBoolean(PREFIX + "busy"),
        number("port"));
  }

  private static int number(String name) {
    return Integer.getInteger(PREFIX + name, 0);
  }
}
