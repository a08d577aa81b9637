package io.mapscope.corpus.programs.healthy;

import io.mapscope.corpus.CorpusProgram;
import io.mapscope.corpus.Deadline;
import io.mapscope.corpus.Label;
import io.mapscope.corpus.Results;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/**
 * Headers of a response in a LinkedHashMap, which sends them in the order they were set in.
 *
 * <p>Many small maps of one line, each of one thread, whose order is used.
 */
@Label(name = "healthy-response-headers", source = "rules.md: LinkedHashMap whose order is used")
public final class ResponseHeaders implements CorpusProgram {
  @Override
  public void run(boolean fixed, Deadline deadline) {
    while (!deadline.passed()) {
      send(headers());
      LockSupport.parkNanos(20_000);
    }
  }

  private static Map<String, String> headers() {
    final Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Date", "today");
    headers.put("Content-Type", "text/plain");
    headers.put("Content-Length", "12");
    headers.put("Cache-Control", "no-store");
    return headers;
  }

  private static void send(Map<String, String> headers) {
    long characters = 0;
    for (final Map.Entry<String, String> header : headers.entrySet()) {
      characters += header.getKey().length() + header.getValue().length();
    }
    Results.use(characters);
  }
}
