package io.mapscope.corpus.programs.costlycopy;

import io.mapscope.corpus.CorpusProgram;
import io.mapscope.corpus.Crew;
import io.mapscope.corpus.Deadline;
import io.mapscope.corpus.Label;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Log4j's context of a thread, as it was: {@code put} copies the whole HashMap, adds the entry to
 * the copy and makes it the thread's map, so that events that were logged before keep theirs.
 *
 * <p>Every request puts its handful of values into the 20 that the platform keeps there, and takes
 * them out again. The agent sees full copies by the ten thousand a second, and the time and bytes
 * that they take. The fixed form is what was merged: an array of keys and values that is copied at
 * once, without nodes and hashing.
 */
@Label(
    name = "log4j-context-map",
    rules = "costly-copy",
    map = "put()",
    also = "resize-churn",
    source = "apache/logging-log4j2#2319 -> #2330: 1.5 to 5 times; #3935 -> #3939")
public final class Log4jContextMap implements CorpusProgram {
  private static final int PLATFORM_VALUES = 20;
  private static final int REQUEST_VALUES = 5;

  private final ThreadLocal<Map<String, String>> context = ThreadLocal.withInitial(Map::of);
  private final ThreadLocal<String[]> arrayContext = ThreadLocal.withInitial(() -> new String[0]);

  @Override
  public void run(boolean fixed, Deadline deadline) throws InterruptedException {
    Crew.work(deadline, 2, fixed ? this::requestByArray : this::requestByMap);
  }

  private void requestByMap() {
    for (int i = 0; i < PLATFORM_VALUES && context.get().size() < PLATFORM_VALUES; i++) {
      put("platform-" + i, "value");
    }
    final Map<String, String> before = context.get();
    for (int i = 0; i < REQUEST_VALUES; i++) {
      put("request-" + i, "value");
    }
    if (!"value".equals(context.get().get("request-0"))) {
      throw new IllegalStateException("a value is lost");
    }
    context.set(before);
  }

  private void put(String key, String value) {
    final Map<String, String> copy = new HashMap<>(context.get());
    copy.put(key, value);
    context.set(copy);
  }

  private void requestByArray() {
    for (int i = 0; i < PLATFORM_VALUES && arrayContext.get().length < 2 * PLATFORM_VALUES; i++) {
      putInArray("platform-" + i, "value");
    }
    final String[] before = arrayContext.get();
    for (int i = 0; i < REQUEST_VALUES; i++) {
      putInArray("request-" + i, "value");
    }
    if (!arrayContext.get()[2 * PLATFORM_VALUES].equals("request-0")) {
      throw new IllegalStateException("a value is lost");
    }
    arrayContext.set(before);
  }

  private void putInArray(String key, String value) {
    final String[] old = arrayContext.get();
    final String[] copy = Arrays.copyOf(old, old.length + 2);
    copy[old.length] = key;
    copy[old.length + 1] = value;
    arrayContext.set(copy);
  }
}
