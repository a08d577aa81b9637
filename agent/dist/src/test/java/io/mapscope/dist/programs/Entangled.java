package io.mapscope.dist.programs;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Threads that take {@link EntangledStage#step steps} under the eyes of a watchdog: at least as
 * many as the first argument says, and until the collector and the agent have called and answered.
 * With a second argument, a file, another stage goes on before that until there is such a file,
 * which means that an agent has come.
 */
public final class Entangled {
  private static final int THREADS = 6;
  private static volatile EntangledStage current = new EntangledStage();

  private Entangled() {}

  public static void main(String[] args) throws Exception {
    Management.watch(() -> current.steps());
    int steps = Integer.parseInt(args[0]);
    if (args.length > 1) {
      Path attached = Path.of(args[1]);
      run(() -> Files.exists(attached));
      current = new EntangledStage();
    }
    EntangledStage last = current;
    run(() -> last.steps() >= steps && last.hasMetAll());
    last.end();
  }

  private static void run(BooleanSupplier ended) throws Exception {
    EntangledStage stage = current;
    Thread handler = new Thread(stage::handleReferences);
    handler.setDaemon(true);
    handler.start();
    List<Thread> threads = new ArrayList<>();
    for (int t = 0; t < THREADS; t++) {
      threads.add(Threads.start(t, () -> work(stage, ended)));
    }
    System.out.println("ready");
    for (Thread thread : threads) {
      thread.join();
    }
  }

  private static void work(EntangledStage stage, BooleanSupplier ended) {
    while (!ended.getAsBoolean()) {
      stage.step();
    }
  }
}
