package io.mapscope.runtime.advice;

import io.mapscope.advisor.Advisor;
import io.mapscope.jfr.FindingState;
import io.mapscope.profile.Finding;
import io.mapscope.profile.MapProfile;
import io.mapscope.profile.Report;
import io.mapscope.report.Findings;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.MapscopeErrors;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Adds the advisor's findings to each snapshot and tells what is new in them.
 *
 * <p>{@link #judge} is called by the collector's thread at each interval, {@link #summarise} by the
 * shutdown hook. Whatever goes wrong here is said and counted, and the snapshot goes on without
 * findings.
 */
public final class Advice {
  /** Takes news of findings; {@code map} is null when it is gone from the figures. */
  @FunctionalInterface
  public interface News {
    void tell(FindingState state, Finding finding, @Nullable MapProfile map);
  }

  private final Advisor advisor;
  private final @Nullable ConsoleAdvice console;
  private final News news;
  private final Consumer<String> log;
  private final OpenFindings open = new OpenFindings();
  private int withdrawn;

  private Advice(@Nullable ConsoleAdvice console, News news, Consumer<String> log) {
    this.advisor = Advisor.of(System.getProperties());
    this.console = console;
    this.news = news;
    this.log = log;
  }

  /** Findings go into reports and to {@code news}, and no further. */
  public static Advice silent(News news, Consumer<String> log) {
    return new Advice(null, news, log);
  }

  /**
   * Findings are printed to standard error, too.
   *
   * @param standardError what {@code System.err} was when the agent started: should the application
   *     have put something else in its place, that is written to, and it is no terminal
   */
  public static Advice onConsole(PrintStream standardError, News news, Consumer<String> log) {
    Terminal terminal = Terminal.ofStandardError(System.getenv());
    ConsoleAdvice console =
        new ConsoleAdvice(
            block -> System.err.print(block),
            () -> System.err == standardError ? terminal : Terminal.none());
    return new Advice(console, news, log);
  }

  /** {@code snapshot} with what the advisor makes of it, once all that is new has been told. */
  public synchronized Report judge(Report snapshot) {
    try {
      Report judged = snapshot.withFindings(advisor.findings(snapshot));
      tell(judged);
      return judged;
    } catch (RuntimeException | Error problem) {
      MapscopeErrors.suppressed++;
      log.accept("advice: " + problem);
      return snapshot;
    }
  }

  private void tell(Report judged) {
    Map<String, MapProfile> maps = Findings.byId(judged);
    OpenFindings.Change change = open.update(judged.findings());
    tell(FindingState.APPEARED, change.appeared(), maps);
    tell(FindingState.WORSENED, change.worsened(), maps);
    tell(FindingState.WITHDRAWN, change.withdrawn(), maps);
    withdrawn += change.withdrawn().size();
  }

  private void tell(FindingState state, List<Finding> findings, Map<String, MapProfile> maps) {
    for (Finding finding : findings) {
      MapProfile map = maps.get(finding.map());
      if (console != null && state != FindingState.WITHDRAWN) {
        console.tell(finding, map);
      }
      news.tell(state, finding, map);
    }
  }

  /** Tells what stands at the end of the JVM, if anything. */
  public synchronized void summarise(Report last) {
    if (console != null) {
      console.summarise(last, withdrawn);
    }
  }
}
