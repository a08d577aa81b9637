package io.mapscope.corpus.programs.oversizedmap;

import io.mapscope.corpus.CorpusProgram;
import io.mapscope.corpus.Deadline;
import io.mapscope.corpus.Label;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Attributes of 2,000 connections, each in a HashMap made for a thousand entries and holding three.
 *
 * <p>The agent sees maps of one line whose tables are hundreds of times larger than what they hold.
 * The fixed form uses the default size.
 */
@Label(
    name = "connection-attributes",
    rules = "oversized-map",
    map = "$Connection.attributes",
    source = "rules.md, oversized-map; pulsar#14165")
public final class ConnectionAttributes implements CorpusProgram {
  private static final int CONNECTIONS = 2_000;

  private final List<Connection> connections = new ArrayList<>();

  private static final class Connection {
    private final Map<String, String> attributes;

    Connection(boolean large) {
      attributes = large ? new HashMap<>(1_000) : new HashMap<>();
      attributes.put("peer", "somewhere");
      attributes.put("protocol", "http");
      attributes.put("user", "someone");
    }

    @Nullable String user() {
      return attributes.get("user");
    }
  }

  @Override
  public void run(boolean fixed, Deadline deadline) throws InterruptedException {
    for (int i = 0; i < CONNECTIONS; i++) {
      connections.add(new Connection(!fixed));
    }
    while (!deadline.passed()) {
      if (connections.get(ThreadLocalRandom.current().nextInt(CONNECTIONS)).user() == null) {
        throw new IllegalStateException("a connection of nobody");
      }
      TimeUnit.MILLISECONDS.sleep(1);
    }
  }
}
