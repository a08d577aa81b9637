package io.mapscope.runtime.options;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The agent's options, checked.
 *
 * @param reports files to write at exit, in the order given
 * @param jfr recording to write, or null
 * @param budget as given; {@code off} counts every operation, {@code 1%} what that allows
 * @param interval between snapshots
 * @param maxMemory heap for accounts, as given; see {@link MemoryLimit}
 * @param maxMetricSites sites with metrics of their own
 * @param maps families and classes to weave
 * @param serializers libraries to weave
 * @param adviceOnConsole whether findings are printed
 * @param prometheus where metrics may be scraped, or null
 * @param keyTexts whether the texts of hot keys may be shown
 * @param otlp whether and where metrics and findings are sent
 */
public record AgentOptions(
    boolean enabled,
    List<Path> reports,
    @Nullable Path jfr,
    String budget,
    Duration interval,
    List<String> include,
    List<String> exclude,
    int maxSites,
    String maxMemory,
    int maxMetricSites,
    List<String> maps,
    List<String> serializers,
    @Nullable ListenAddress prometheus,
    boolean adviceOnConsole,
    boolean keyTexts,
    OtlpOption otlp) {
  public AgentOptions {
    reports = List.copyOf(reports);
    include = List.copyOf(include);
    exclude = List.copyOf(exclude);
    maps = List.copyOf(maps);
    serializers = List.copyOf(serializers);
  }
}
