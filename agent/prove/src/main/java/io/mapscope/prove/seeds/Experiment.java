package io.mapscope.prove.seeds;

import io.mapscope.profile.text.Figures;
import io.mapscope.prove.form.Base;
import io.mapscope.prove.form.Form;
import io.mapscope.prove.list.ListForm;
import io.mapscope.prove.seeds.bench.AppendBenchmark;
import io.mapscope.prove.seeds.bench.ConversionBenchmark;
import io.mapscope.prove.seeds.bench.DecisionBenchmark;
import io.mapscope.prove.seeds.bench.SafeCopyBenchmark;
import io.mapscope.prove.seeds.bench.SerializationBenchmark;
import io.mapscope.prove.seeds.form.ConversionForm;
import io.mapscope.prove.seeds.form.SerializedForm;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The headline results; the closed vocabulary of {@code --only}. */
public enum Experiment {
  SERIALIZATION(
      "Serializing a concurrent map",
      19,
      "naive against advised, 19 times",
      quick -> sizes(quick).mapToObj(Experiment::serialization)),
  APPEND(
      "Appending to a map of lists",
      3.8,
      "a general concurrent map against one made for appending, 3.8 times",
      quick -> append(quick)),
  CONVERSION(
      "Between a record and a map",
      4.8,
      "reflection and JSON against generated or zero-copy, 127 us against 26 us, 4.8 times",
      quick -> Stream.of(conversion())),
  DECISION(
      "Which map for which share of reads",
      Double.NaN,
      "plain and lock, concurrent, sharded, copy on write; no single figure",
      quick -> shares(quick).mapToObj(Experiment::decision)),
  SAFE_COPY(
      "Copying a map while it is written",
      Double.NaN,
      "copies that show what never was, and what safe ones cost; no single figure",
      quick -> quick ? Stream.of(reading()) : Stream.of(copying(), reading()));

  /** Entries from which one serialization takes longer than a usual measurement. */
  private static final int MANY_ENTRIES = 1_000_000;

  private static final int DECISION_THREADS = 4;

  private static final int KEYS = 1_000;

  /** So few that threads meet at them. */
  private static final int HOT_KEYS = 8;

  private final String title;
  private final double seedRatio;
  private final String seedClaim;
  private final Function<Boolean, Stream<Case>> maker;

  Experiment(
      String title, double seedRatio, String seedClaim, Function<Boolean, Stream<Case>> maker) {
    this.title = title;
    this.seedRatio = seedRatio;
    this.seedClaim = seedClaim;
    this.maker = maker;
  }

  /** What it is called by {@code --only} and in JSON. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The experiment that is called so, by {@link #id}. */
  public static Experiment of(String id) {
    return Arrays.stream(values())
        .filter(one -> one.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(id + " is none of " + ids()));
  }

  /** All ids. */
  public static List<String> ids() {
    return Arrays.stream(values()).map(Experiment::id).toList();
  }

  String title() {
    return title;
  }

  /** The ratio that the seed claims, NaN where it claims none. */
  double seedRatio() {
    return seedRatio;
  }

  /** What the seed compared, and its figures. */
  String seedClaim() {
    return seedClaim;
  }

  /** What is measured; fewer cases when {@code quick}. */
  List<Case> cases(boolean quick) {
    return maker.apply(quick).toList();
  }

  private static IntStream sizes(boolean quick) {
    return quick ? IntStream.of(10_000) : IntStream.of(10_000, 100_000, MANY_ENTRIES);
  }

  private static Stream<Case> append(boolean quick) {
    Stream<Case> many =
        quick ? Stream.of() : IntStream.of(1, 2, 4).mapToObj(threads -> append(threads, KEYS));
    Stream<Case> few = IntStream.of(quick ? 2 : 4).mapToObj(threads -> append(threads, HOT_KEYS));
    return Stream.concat(many, few);
  }

  private static IntStream shares(boolean quick) {
    return quick ? IntStream.of(50, 100) : IntStream.of(0, 50, 90, 100);
  }

  private static Case serialization(int entries) {
    List<Line> lines = new ArrayList<>();
    lines.add(
        request(
            SerializedForm.COPIED,
            entries,
            "the naive path: a safe copy for each request, written by reflection into a String"));
    lines.add(
        request(
            SerializedForm.CONVERTED,
            entries,
            "worse than naive, and often seen: maps of maps by reflection before writing"));
    lines.add(
        request(
            SerializedForm.LIVE,
            entries,
            "no copy: Jackson takes a ConcurrentHashMap, writes meanwhile may tear it"));
    lines.add(
        request(SerializedForm.SNAPSHOT, entries, "advice: a snapshot of one moment, no copy"));
    lines.add(
        request(
            SerializedForm.GENERATED,
            entries,
            "advice: a codec for the record, and buffers used again"));
    lines.add(request(SerializedForm.CBOR, entries, "advice: a binary format"));
    lines.add(request(SerializedForm.SMILE, entries, "advice: another binary format"));
    lines.add(
        request(SerializedForm.GENERATED_SMILE, entries, "advice: codec and format together"));
    lines.add(kept(entries, SerializationBenchmark.TEN, "10"));
    lines.add(kept(entries, SerializationBenchmark.HUNDRED, "100"));
    int duration = entries >= MANY_ENTRIES ? 4 : 1;
    return new Case(String.format(Locale.ROOT, "%,d entries", entries), 1, duration, false, lines);
  }

  private static Line request(SerializedForm form, int entries, String reproduces) {
    Map<String, String> parameters =
        Map.of("form", form.name(), "entries", Integer.toString(entries));
    return new Line(form.title(), reproduces, SerializationBenchmark.EACH, parameters);
  }

  private static Line kept(int entries, String benchmark, String requests) {
    Map<String, String> parameters =
        Map.of("form", SerializedForm.KEPT.name(), "entries", Integer.toString(entries));
    return new Line(
        SerializedForm.KEPT.title() + ", every " + requests + " requests",
        "advice: nothing is serialized again before a write; here each write meets "
            + requests
            + " requests",
        benchmark,
        parameters);
  }

  private static Case append(int threads, int keys) {
    Map<ListForm, String> reproduces =
        Map.of(
            ListForm.SYNCHRONIZED, "the general map as it is used most",
            ListForm.COMPUTED, "the general map, all under the lock of its bin",
            ListForm.IMMUTABLE, "the general map, safe for readers without a lock",
            ListForm.COPY_ON_WRITE, "the general map with the JDK's list for readers",
            ListForm.APPEND_ONLY, "advice: the form made for appending");
    List<Line> lines =
        Stream.of(ListForm.values())
            .filter(reproduces::containsKey)
            .map(
                form ->
                    new Line(
                        form.title(),
                        reproduces.getOrDefault(form, ""),
                        AppendBenchmark.NAME,
                        Map.of("form", form.name(), "keys", Integer.toString(keys))))
            .toList();
    return new Case(Figures.count(keys) + " keys", threads, 1, false, lines);
  }

  private static Case conversion() {
    Map<ConversionForm, String> reproduces =
        Map.of(
            ConversionForm.CONVERT_VALUE, "the naive path: reflection and JSON's tokens",
            ConversionForm.JSON_TEXT, "the naive path where two services are between",
            ConversionForm.CORE_REFLECTION, "reflection by hand, what it finds kept",
            ConversionForm.METHOD_HANDLES, "advice: handles that are looked up once",
            ConversionForm.GENERATED, "advice: code for this record",
            ConversionForm.VIEW, "advice: nothing is copied, what is put is kept beside",
            ConversionForm.SYNCED, "advice: version stamp, compare-and-set and dirty bits besides");
    List<Line> lines =
        Stream.of(ConversionForm.values())
            .map(
                form ->
                    new Line(
                        form.title(),
                        reproduces.getOrDefault(form, ""),
                        ConversionBenchmark.NAME,
                        Map.of("form", form.name())))
            .toList();
    return new Case("there, one put, and back", 1, 3, true, lines);
  }

  private static Case decision(int readPercent) {
    Stream<Form> forms =
        Stream.of(
            Form.MONITOR,
            Form.READ_WRITE_LOCK,
            Form.CONCURRENT_HASH_MAP,
            Form.STRIPED,
            Form.COPY_ON_WRITE);
    List<Line> lines =
        forms
            .map(
                form ->
                    new Line(
                        form.title(Base.HASH),
                        "",
                        DecisionBenchmark.NAME,
                        Map.of("form", form.name(), "readPercent", Integer.toString(readPercent))))
            .toList();
    return new Case(readPercent + " % reads", DECISION_THREADS, 1, true, lines);
  }

  private static Case copying() {
    return copies(
        "copied", SafeCopyBenchmark.COPYING, SafeCopyBenchmark.COPIES, SafeCopyBenchmark.WRITES);
  }

  private static Case reading() {
    return copies(
        "copied and read through",
        SafeCopyBenchmark.READING,
        SafeCopyBenchmark.READS,
        SafeCopyBenchmark.WRITES_MEANWHILE);
  }

  private static Case copies(String title, String benchmark, String counter, String beside) {
    Map<Form, String> reproduces =
        Map.of(
            Form.CONCURRENT_HASH_MAP, "new HashMap<>(concurrentMap): the usual, unsafe copy",
            Form.MONITOR, "a copy under the lock that writers hold",
            Form.READ_WRITE_LOCK, "a copy under the lock for readers",
            Form.COPY_ON_WRITE, "no copy for readers, one for each write",
            Form.SNAPSHOT, "an O(1) snapshot: neither copies");
    List<Line> lines =
        Stream.of(
                Form.CONCURRENT_HASH_MAP,
                Form.MONITOR,
                Form.READ_WRITE_LOCK,
                Form.COPY_ON_WRITE,
                Form.SNAPSHOT)
            .map(
                form ->
                    new Line(
                        form.title(Base.HASH),
                        reproduces.getOrDefault(form, ""),
                        benchmark,
                        Map.of("form", form.name()),
                        counter,
                        beside))
            .toList();
    return new Case(title + ", one writer", 2, 1, false, lines);
  }
}
