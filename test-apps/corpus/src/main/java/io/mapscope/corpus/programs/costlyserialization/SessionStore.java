package io.mapscope.corpus.programs.costlyserialization;

import io.mapscope.corpus.CorpusProgram;
import io.mapscope.corpus.Deadline;
import io.mapscope.corpus.Label;
import io.mapscope.corpus.Results;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

/**
 * A session of 500 attributes, serialized by Java to the session store at the end of every request,
 * although a request changes one attribute at most.
 *
 * <p>The agent sees the same map serialized hundreds of times a second, with a large share of the
 * program's time and allocation. The fixed form writes only what changed.
 */
@Label(
    name = "session-store",
    rules = "costly-serialization",
    map = "attributes",
    source = "rules.md, costly-serialization; session replication of servlet containers")
public final class SessionStore implements CorpusProgram {
  private static final int ATTRIBUTES = 500;

  private final Map<String, String> attributes = new HashMap<>();

  @Override
  public void run(boolean fixed, Deadline deadline) throws Exception {
    for (int i = 0; i < ATTRIBUTES; i++) {
      attributes.put("attribute-" + i, "value-" + i);
    }
    while (!deadline.passed()) {
      request(fixed);
    }
  }

  private void request(boolean onlyChanges) throws IOException {
    final String name = "attribute-" + ThreadLocalRandom.current().nextInt(ATTRIBUTES);
    final boolean changes = ThreadLocalRandom.current().nextInt(10) == 0;
    if (changes) {
      attributes.put(name, "changed");
    }
    if (!onlyChanges) {
      store(attributes);
    } else if (changes) {
      store(name + "=" + attributes.get(name));
    }
    LockSupport.parkNanos(200_000);
  }

  private static void store(Object state) throws IOException {
    final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(state);
    }
    Results.use(bytes.size());
  }
}
