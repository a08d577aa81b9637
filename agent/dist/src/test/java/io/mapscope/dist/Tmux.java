package io.mapscope.dist;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/** A shell in a window of tmux, with a server of its own: a real terminal that a test can read. */
final class Tmux implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
  private static final String WINDOW = "w";

  private final Path socket;

  private Tmux(Path socket) {
    this.socket = socket;
  }

  /** Whether it is installed. */
  static boolean isThere() throws InterruptedException {
    try {
      return new ProcessBuilder("tmux", "-V").start().waitFor() == 0;
    } catch (IOException absent) {
      return false;
    }
  }

  static Tmux open(int columns, int rows) throws Exception {
    Path socket = Files.createTempDirectory("tmux").resolve("s");
    Tmux tmux = new Tmux(socket);
    tmux.run(
        "-f",
        "/dev/null",
        "new-session",
        "-d",
        "-s",
        WINDOW,
        "-x",
        Integer.toString(columns),
        "-y",
        Integer.toString(rows),
        "sh");
    return tmux;
  }

  /** Types {@code text} and the enter key. */
  void type(String text) throws Exception {
    run("send-keys", "-t", WINDOW, "-l", text);
    keys("Enter");
  }

  /** Presses keys, by tmux's names. */
  void keys(String... keys) throws Exception {
    List<String> command = new ArrayList<>(List.of("send-keys", "-t", WINDOW));
    command.addAll(List.of(keys));
    run(command.toArray(new String[0]));
  }

  void resize(int columns, int rows) throws Exception {
    run(
        "resize-window",
        "-t",
        WINDOW,
        "-x",
        Integer.toString(columns),
        "-y",
        Integer.toString(rows));
  }

  /** What is on the screen as soon as {@code wanted} holds of it. */
  String await(String what, Predicate<String> wanted) throws Exception {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    String screen = screen();
    while (!wanted.test(screen)) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError(what + " does not come, the screen is:\n" + screen);
      }
      LockSupport.parkNanos(LOOK_NANOS);
      screen = screen();
    }
    return screen;
  }

  private String screen() throws Exception {
    return run("capture-pane", "-p", "-t", WINDOW);
  }

  private String run(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("tmux", "-S", socket.toString()));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new AssertionError(String.join(" ", command) + ": " + output);
    }
    return output;
  }

  @Override
  public void close() throws Exception {
    run("kill-server");
    Files.deleteIfExists(socket);
    Files.delete(socket.getParent());
  }
}
