package io.mapscope.cli.top;

import io.mapscope.cli.jvm.AgentBean;
import io.mapscope.cli.jvm.Unreachable;
import java.io.IOException;
import java.time.Duration;

/** Shows a JVM's maps until a person quits or the JVM ends. */
public final class LiveTop {
  private final AgentBean bean;
  private final TopState state;
  private final Duration interval;

  public LiveTop(AgentBean bean, String jvm, SortKey sort, String filter, Duration interval) {
    this.bean = bean;
    this.state = new TopState(jvm, sort, filter);
    this.interval = interval;
  }

  /** Whether there is a terminal at both ends of this command. */
  public static boolean isPossible() {
    return TopTerminal.isThere();
  }

  /** Takes the terminal, and gives it back however this ends. */
  public void run() throws IOException, Unreachable {
    try (TopTerminal terminal = TopTerminal.open()) {
      boolean goesOn = true;
      while (goesOn) {
        state.update(bean.report());
        goesOn = answerKeys(terminal);
      }
    }
  }

  /** Until the next figures are due; every key shows at once. */
  private boolean answerKeys(TopTerminal terminal) throws IOException {
    long until = TopTerminal.nowMillis() + interval.toMillis();
    show(terminal);
    for (long left = interval.toMillis(); left > 0; left = until - TopTerminal.nowMillis()) {
      int key = terminal.read(Math.min(left, 200));
      if (key >= 0 && !state.press(key)) {
        return false;
      }
      if (key >= 0 || terminal.isResized()) {
        show(terminal);
      }
    }
    return true;
  }

  private void show(TopTerminal terminal) {
    terminal.show(
        new TopScreen(terminal.size().getColumns(), terminal.size().getRows()).render(state));
  }
}
