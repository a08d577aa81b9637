package io.mapscope.harness;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One output stream of a child: always drained, kept line by line in memory and in a file.
 *
 * <p>Its own thread writes, any thread reads. What comes after {@link #MAX_KEPT_CHARS} is read and
 * dropped, so that neither a chatty child blocks on a full pipe nor the test runs out of memory.
 */
final class CapturedOutput {
  static final int MAX_KEPT_CHARS = 16 << 20;

  private final List<String> lines = new ArrayList<>();
  private int keptChars;
  private boolean ended;
  private @Nullable IOException failure;

  private CapturedOutput() {}

  static CapturedOutput start(InputStream stream, Path file) {
    final CapturedOutput output = new CapturedOutput();
    final Thread thread =
        new Thread(() -> output.drain(stream, file), "drain " + file.getFileName());
    thread.setDaemon(true);
    thread.start();
    return output;
  }

  private void drain(InputStream stream, Path file) {
    try (BufferedReader reader =
            new BufferedReader(new InputStreamReader(stream, Charset.defaultCharset()));
        Writer writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (keep(line)) {
          writer.write(line + "\n");
          writer.flush();
        }
      }
      end(null);
    } catch (IOException e) {
      end(e);
    }
  }

  private synchronized boolean keep(String line) {
    if (line.length() > MAX_KEPT_CHARS - keptChars) {
      return false;
    }
    keptChars += line.length();
    lines.add(line);
    notifyAll();
    return true;
  }

  private synchronized void end(@Nullable IOException cause) {
    failure = cause;
    ended = true;
    notifyAll();
  }

  /** The first line, past or future, that is accepted; null when the stream or the time ends. */
  synchronized @Nullable String awaitLine(Predicate<String> accepted, Deadline deadline)
      throws InterruptedException {
    int next = 0;
    while (true) {
      for (; next < lines.size(); next++) {
        if (accepted.test(lines.get(next))) {
          return lines.get(next);
        }
      }
      if (ended || deadline.passed()) {
        return null;
      }
      awaitNews(deadline);
    }
  }

  /** Waits for the stream's end; false when the time ended first. */
  synchronized boolean awaitEnd(Deadline deadline) throws InterruptedException {
    while (!ended && !deadline.passed()) {
      awaitNews(deadline);
    }
    return ended;
  }

  private synchronized void awaitNews(Deadline deadline) throws InterruptedException {
    TimeUnit.NANOSECONDS.timedWait(this, deadline.remainingNanos());
  }

  /** All lines kept so far, and the read error if there was one. */
  synchronized String text() {
    final String text = String.join("\n", lines);
    return failure == null ? text : text + "\n[reading failed: " + failure + "]";
  }
}
