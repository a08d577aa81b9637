package io.mapscope.corpus.programs.presentkeycompute;

import io.mapscope.corpus.CorpusProgram;
import io.mapscope.corpus.Crew;
import io.mapscope.corpus.Deadline;
import io.mapscope.corpus.Label;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Formatters per language, fetched with {@code computeIfAbsent} by every request although both are
 * there from the start; nearly all requests are Finnish.
 *
 * <p>The function never runs again, yet "fi" lies behind "sv" in its bin, and for any key but the
 * first of a bin {@code computeIfAbsent} locks the bin. The agent sees the key found always, and
 * threads blocked all the same. The fixed form looks with {@code get} first.
 */
@Label(
    name = "formatter-cache",
    rules = "present-key-compute",
    map = "formatterByLanguage",
    also = "hot-bin",
    source = "rocketmq#6883; JDK-8161372: computeIfAbsent locks although the key is there")
public final class FormatterCache implements CorpusProgram {
  private final ConcurrentMap<String, String> formatterByLanguage = new ConcurrentHashMap<>();

  @Override
  public void run(boolean fixed, Deadline deadline) throws InterruptedException {
    compute("sv");
    compute("fi");
    Crew.work(deadline, 4, fixed ? () -> getFirst(language()) : () -> compute(language()));
  }

  private static String language() {
    return ThreadLocalRandom.current().nextInt(10) == 0 ? "sv" : "fi";
  }

  private String compute(String language) {
    return formatterByLanguage.computeIfAbsent(language, FormatterCache::make);
  }

  private String getFirst(String language) {
    final String known = formatterByLanguage.get(language);
    return known == null ? compute(language) : known;
  }

  private static String make(String language) {
    return "formatter of " + language;
  }
}
