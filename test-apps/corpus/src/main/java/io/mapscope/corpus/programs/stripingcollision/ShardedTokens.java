package io.mapscope.corpus.programs.stripingcollision;

import io.mapscope.corpus.CorpusProgram;
import io.mapscope.corpus.Crew;
import io.mapscope.corpus.Deadline;
import io.mapscope.corpus.Label;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Tokens sharded over two synchronizedMaps by the parity of their key; four threads put and take
 * them.
 *
 * <p>The agent sees two maps of one line, both with threads blocked on them, and keys spread
 * evenly: too few shards. The fixed form is one ConcurrentHashMap.
 */
@Label(
    name = "sharded-tokens",
    rules = "striping-collision",
    map = "shard()",
    also = "lock-contended-map",
    source = "rules.md, striping-collision; elasticsearch#22316")
public final class ShardedTokens implements CorpusProgram {
  private static final int TOKENS = 10_000;

  private final List<Map<Integer, String>> shards = List.of(shard(), shard());
  private final Map<Integer, String> tokens = new ConcurrentHashMap<>();

  private static Map<Integer, String> shard() {
    return Collections.synchronizedMap(new HashMap<>());
  }

  @Override
  public void run(boolean fixed, Deadline deadline) throws InterruptedException {
    Crew.work(deadline, 4, fixed ? this::useMap : this::useShard);
  }

  private void useShard() {
    final int token = ThreadLocalRandom.current().nextInt(TOKENS);
    use(shards.get(token % 2), token);
  }

  private void useMap() {
    use(tokens, ThreadLocalRandom.current().nextInt(TOKENS));
  }

  private static void use(Map<Integer, String> map, int token) {
    if (map.remove(token) == null) {
      map.put(token, "token");
    }
  }
}
