package io.mapscope.benchmarks.scaling;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happens when so many cores use one map at once. */
final class CoresQuestion {
  private static final String QUESTION = "cores";
  private static final String AGENT = "interval=60m,maps=all;" + OneWordMap.class.getName();
  private static final int THIS_MACHINE = 2;

  /** What the models take from this machine. */
  private record Inputs(double ownNanos, double transferNanos, double waitedShare) {}

  /** CPU time of a read, by one thread and by several at once. */
  private record Reading(double ownNanos, double togetherNanos) {}

  private CoresQuestion() {}

  static List<Table> ask(Jvm jvm, Sizes sizes) throws IOException, InterruptedException {
    final List<Table> tables = new ArrayList<>();
    final Inputs inputs = measure(jvm, tables);
    for (final Source transfer :
        List.of(Source.SOCKET_TRANSFER_NANOS, Source.SOCKETS_TRANSFER_NANOS)) {
      tables.add(simulated(sizes, inputs, transfer));
    }
    tables.add(locked());
    tables.add(written(sizes));
    return tables;
  }

  private static Inputs measure(Jvm jvm, List<Table> tables)
      throws IOException, InterruptedException {
    final Table table =
        Table.of(
            QUESTION,
            Table.Kind.MEASURED,
            "Reading one map, ns of CPU per read",
            "map",
            "agent",
            "1 thread",
            THIS_MACHINE + " threads at once",
            "batches at once");
    final Reading counter = read(jvm, null, "counter", table);
    double ownNanos = 0;
    for (final String map : List.of("jdk", "library")) {
      for (final String options : new @Nullable String[] {null, AGENT}) {
        ownNanos = read(jvm, options, map, table).ownNanos();
      }
    }
    final double transferNanos = figures(jvm, null, "transfer", THIS_MACHINE).get("nanos");
    final double share =
        CoherenceSimulation.waitedShare(
            Pattern.ONE_SHARED_COUNTER,
            THIS_MACHINE,
            counter.ownNanos(),
            transferNanos,
            counter.togetherNanos());
    table.note(
        "a line goes from one core of this machine to the other in "
            + Table.text(transferNanos)
            + " ns; the simulation gives the first row, a counter that all write, if a core waits"
            + " for "
            + Table.text(share)
            + " of that");
    tables.add(table);
    return new Inputs(ownNanos, transferNanos, share);
  }

  /** Reads a map with one thread and with as many as this machine has cores. */
  private static Reading read(Jvm jvm, @Nullable String options, String map, Table table)
      throws IOException, InterruptedException {
    final double ownNanos = figures(jvm, options, map, 1).get("nanos");
    final Figures together = figures(jvm, options, map, THIS_MACHINE);
    final double togetherNanos = together.get("nanos");
    table.add(
        map, options == null ? "no" : "yes", ownNanos, togetherNanos, together.get("batches"));
    return new Reading(ownNanos, togetherNanos);
  }

  private static Figures figures(Jvm jvm, @Nullable String options, String what, int threads)
      throws IOException, InterruptedException {
    final Jvm.Started started =
        jvm.start(options, SharedMapChild.class, List.of(), what, Integer.toString(threads));
    final Figures figures = started.figures();
    started.end();
    return figures;
  }

  private static Table simulated(Sizes sizes, Inputs inputs, Source transfer) {
    final List<String> columns = new ArrayList<>(List.of("cores"));
    for (final Pattern pattern : Pattern.values()) {
      columns.add(pattern.title());
    }
    final Table table =
        Table.of(
            QUESTION,
            Table.Kind.SIMULATED,
            "All cores on one map, ns per operation with "
                + Table.text(transfer.figure())
                + " ns per line: least to most",
            columns.toArray(new String[0]));
    for (final int cores : sizes.cores()) {
      final List<Object> row = new ArrayList<>(List.of(cores));
      for (final Pattern pattern : Pattern.values()) {
        row.add(span(pattern, cores, inputs, transfer.figure()));
      }
      table.add(row.toArray());
    }
    table.note("an operation by itself: " + Table.text(inputs.ownNanos()) + " ns, as measured");
    table.note("least: transfers overlap, and cores wait for the share of them that they do here");
    table.note("most: transfers of a line wait for each other, and cores wait for all of them");
    table.note(transfer.inWords());
    return table;
  }

  private static String span(Pattern pattern, int cores, Inputs inputs, double transferNanos) {
    final String least =
        Table.text(
            CoherenceSimulation.of(
                    pattern,
                    cores,
                    inputs.ownNanos(),
                    transferNanos,
                    inputs.waitedShare(),
                    Caches.Contention.OVERLAPPING)
                .nanosPerOperation());
    final String most =
        Table.text(
            CoherenceSimulation.of(
                    pattern, cores, inputs.ownNanos(), transferNanos, 1, Caches.Contention.QUEUED)
                .nanosPerOperation());
    return least.equals(most) ? least : least + " to " + most;
  }

  private static Table locked() {
    final Table table =
        Table.of(
            QUESTION,
            Table.Kind.COMPUTED,
            "A plain map behind a lock that all cores wait for",
            "HashMap",
            "lines that go with the lock",
            "operations per s at most, one socket",
            "two sockets");
    for (final LockHandover handover :
        List.of(LockHandover.WITHOUT_AGENT, LockHandover.WITH_AGENT)) {
      table.add(
          handover.program(),
          handover.lines(),
          handover.mostPerSecond(Source.SOCKET_TRANSFER_NANOS.figure()),
          handover.mostPerSecond(Source.SOCKETS_TRANSFER_NANOS.figure()));
    }
    return table;
  }

  private static Table written(Sizes sizes) {
    final int cores = sizes.cores().get(sizes.cores().size() - 1);
    final Table table =
        Table.of(
            QUESTION,
            Table.Kind.COMPUTED,
            "What the agent itself writes where " + cores + " cores read",
            "word",
            "writes per s",
            "time that each core loses, %, one socket",
            "two sockets");
    for (final AgentWrites word : AgentWrites.by(cores)) {
      table.add(
          word.word(),
          word.writesPerSecond(),
          percent(word, Source.SOCKET_TRANSFER_NANOS),
          percent(word, Source.SOCKETS_TRANSFER_NANOS));
    }
    return table;
  }

  private static double percent(AgentWrites word, Source transfer) {
    return 100 * word.lostShare(transfer.figure());
  }
}
