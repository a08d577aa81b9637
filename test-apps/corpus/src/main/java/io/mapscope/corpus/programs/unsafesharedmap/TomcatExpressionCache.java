package io.mapscope.corpus.programs.unsafesharedmap;

import io.mapscope.corpus.CorpusProgram;
import io.mapscope.corpus.Crew;
import io.mapscope.corpus.Deadline;
import io.mapscope.corpus.Label;
import io.mapscope.corpus.library.LibraryDriver;
import io.mapscope.corpus.library.Release;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.el.util.ConcurrentCache;

/**
 * Tomcat's cache of parsed expressions, its real class of 6.0.29 and of 6.0.32, under pages that
 * make their expressions up as they run.
 *
 * <p>Entries pushed out of its first map go into a WeakHashMap, which 6.0.29 fills and reads from
 * all threads without a lock; a read of a WeakHashMap removes collected entries and so writes. Its
 * size comes apart from its entries, and in production threads went round in it for ever. The agent
 * sees the overlaps on {@code ConcurrentCache.longterm} with both stacks, {@code putAll} among
 * them. 6.0.32 takes the map's monitor; requests have a pace, so nobody waits long for it.
 */
@Label(
    name = "tomcat-expression-cache",
    rules = "unsafe-shared-map",
    map = "org.apache.el.util.ConcurrentCache.longterm",
    source = "Tomcat bug 50078, jasper-el 6.0.29 -> 6.0.32")
public final class TomcatExpressionCache implements CorpusProgram {
  private final Release broken = Release.of("jasper-el-6.0.29.jar");
  private final Release repaired = Release.of("jasper-el-6.0.32.jar");

  @Override
  public void run(boolean fixed, Deadline deadline) throws Exception {
    (fixed ? repaired : broken).run(Pages.class, deadline);
  }

  /** Requests, and a collector of garbage that has an eye on weak keys. */
  public static final class Pages implements LibraryDriver {
    private static final int CACHE_SIZE = 300;
    private static final int EXPRESSIONS_PER_PAGE = 40;
    private static final int TAGS = 200;

    private final ConcurrentCache<String, String> cache = new ConcurrentCache<>(CACHE_SIZE);
    private final AtomicLong expressions = new AtomicLong();

    @Override
    public void run(Deadline deadline) throws Exception {
      new Crew(deadline).with(4, this::page).with(1, Pages::collect).work();
    }

    private void page() throws InterruptedException {
      for (int i = 0; i < EXPRESSIONS_PER_PAGE; i++) {
        parsed("${bean" + expressions.incrementAndGet() + ".name}");
      }
      TimeUnit.MILLISECONDS.sleep(4);
    }

    private void parsed(String expression) {
      if (cache.get(expression) == null) {
        cache.put(expression, page(expression));
      }
    }

    /** What a page costs beside the cache. */
    private static String page(String expression) {
      final StringBuilder page = new StringBuilder();
      for (int tag = 0; tag < TAGS; tag++) {
        page.append("<td>").append(expression).append(tag).append("</td>");
      }
      return page.substring(page.length() - 16);
    }

    private static void collect() throws InterruptedException {
      System.gc();
      TimeUnit.MILLISECONDS.sleep(500);
    }
  }
}
