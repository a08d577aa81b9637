package io.mapscope.corpus.programs.needlessconcurrency;

import io.mapscope.corpus.CorpusProgram;
import io.mapscope.corpus.Deadline;
import io.mapscope.corpus.Label;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A parser's symbol table: a ConcurrentHashMap that one thread uses, for as long as it lives.
 *
 * <p>The agent sees one thread only, millions of operations long. The fixed form is a HashMap.
 */
@Label(
    name = "symbol-table",
    rules = "needless-concurrency",
    map = "idBySymbol",
    source = "flink#10112: concurrent map used by one thread")
public final class SymbolTable implements CorpusProgram {
  private static final int SYMBOLS = 3_000;

  private Map<Integer, Integer> idBySymbol = Map.of();

  @Override
  public void run(boolean fixed, Deadline deadline) {
    idBySymbol = fixed ? new HashMap<>() : new ConcurrentHashMap<>();
    while (!deadline.passed()) {
      final int symbol = ThreadLocalRandom.current().nextInt(SYMBOLS);
      idBySymbol.putIfAbsent(symbol, symbol);
      idBySymbol.get(symbol);
    }
  }
}
