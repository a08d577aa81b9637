package io.mapscope.corpus.programs.oversizedmap;

import io.mapscope.corpus.CorpusProgram;
import io.mapscope.corpus.Deadline;
import io.mapscope.corpus.Label;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

/**
 * A tree of 50,000 nodes, each with a map for annotations that hardly any node ever has.
 *
 * <p>The agent sees tens of thousands of maps of one line, nearly all of them empty. The fixed form
 * starts with {@code Map.of()} and makes a map when the first annotation comes.
 */
@Label(
    name = "syntax-tree",
    rules = "oversized-map",
    map = "$Node.annotations",
    source = "rules.md, oversized-map: many empty maps of one site")
public final class SyntaxTree implements CorpusProgram {
  private static final int NODES = 50_000;

  private final List<Node> nodes = new ArrayList<>();

  private static final class Node {
    private Map<String, String> annotations;

    Node(boolean eager) {
      annotations = eager ? new LinkedHashMap<>() : Map.of();
    }

    void annotate(String name) {
      if (annotations.isEmpty()) {
        annotations = new LinkedHashMap<>();
      }
      annotations.put(name, "");
    }

    boolean annotated() {
      return !annotations.isEmpty();
    }
  }

  @Override
  public void run(boolean fixed, Deadline deadline) throws InterruptedException {
    for (int i = 0; i < NODES; i++) {
      nodes.add(new Node(!fixed));
    }
    for (int i = 0; i < NODES; i += 1_000) {
      nodes.get(i).annotate("deprecated");
    }
    while (!deadline.passed()) {
      nodes.get(ThreadLocalRandom.current().nextInt(NODES)).annotated();
      LockSupport.parkNanos(100_000);
    }
  }
}
