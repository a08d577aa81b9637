package io.mapscope.cli.top;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jline.terminal.Attributes;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.Terminal.SignalHandler;
import org.jline.terminal.impl.exec.ExecTerminalProvider;
import org.jline.terminal.spi.SystemStream;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;
import org.jline.utils.Display;
import org.jline.utils.InfoCmp.Capability;
import org.jline.utils.NonBlockingReader;

/**
 * The terminal: the other screen while it is open, and all as it was when it is closed, also by a
 * signal. By {@code stty} and no native library: of the library's ways the one that makes no JVM
 * print warnings.
 */
final class TopTerminal implements AutoCloseable {
  private static final long SEQUENCE_MILLIS = 50;

  private final Terminal terminal;
  private final Attributes before;
  private final Display display;
  private final AtomicBoolean resized = new AtomicBoolean();
  private final AtomicBoolean closed = new AtomicBoolean();
  private final Thread hook = new Thread(this::restore, "mapscope-terminal");

  private TopTerminal(Terminal terminal) {
    this.terminal = terminal;
    before = terminal.enterRawMode();
    display = new Display(terminal, true);
    terminal.handle(Signal.WINCH, signal -> resized.set(true));
    Runtime.getRuntime().addShutdownHook(hook);
    terminal.puts(Capability.enter_ca_mode);
    terminal.puts(Capability.cursor_invisible);
    resize();
  }

  static boolean isThere() {
    ExecTerminalProvider provider = new ExecTerminalProvider();
    return provider.isSystemStream(SystemStream.Input)
        && provider.isSystemStream(SystemStream.Output);
  }

  static TopTerminal open() throws IOException {
    Charset charset = Charset.defaultCharset();
    String type = System.getenv("TERM");
    return new TopTerminal(
        new ExecTerminalProvider()
            .sysTerminal(
                "mapscope",
                type == null ? "ansi" : type,
                false,
                charset,
                charset,
                charset,
                true,
                SignalHandler.SIG_DFL,
                false,
                SystemStream.Output));
  }

  Size size() {
    return terminal.getSize();
  }

  void show(TopScreen.Lines screen) {
    if (resized.getAndSet(false)) {
      resize();
    }
    List<AttributedString> lines = new ArrayList<>();
    for (int i = 0; i < screen.lines().size(); i++) {
      AttributedStyle style =
          i == screen.highlighted() ? AttributedStyle.INVERSE : AttributedStyle.DEFAULT;
      lines.add(new AttributedString(screen.lines().get(i), style));
    }
    display.update(lines, 0);
    terminal.flush();
  }

  private void resize() {
    Size size = terminal.getSize();
    display.clear();
    display.resize(size.getRows(), size.getColumns());
    terminal.puts(Capability.clear_screen);
  }

  /** Whether the window has another size than what is shown was made for. */
  boolean isResized() {
    return resized.get();
  }

  /** The next key within {@code millis}, one of {@link Keys} or a character; -1 for none. */
  int read(long millis) throws IOException {
    NonBlockingReader reader = terminal.reader();
    int key = reader.read(Math.max(1, millis));
    if (key == NonBlockingReader.READ_EXPIRED) {
      return -1;
    }
    if (key == NonBlockingReader.EOF) {
      return Keys.INTERRUPT;
    }
    return key == Keys.ESCAPE ? sequence(reader) : key;
  }

  /** Arrows are {@code ESC [ A} or {@code ESC O A}; an escape alone has nothing behind it. */
  private static int sequence(NonBlockingReader reader) throws IOException {
    int next = reader.read(SEQUENCE_MILLIS);
    if (next != '[' && next != 'O') {
      return Keys.ESCAPE;
    }
    return switch (reader.read(SEQUENCE_MILLIS)) {
      case 'A' -> Keys.UP;
      case 'B' -> Keys.DOWN;
      default -> -1;
    };
  }

  private void restore() {
    if (closed.compareAndSet(false, true)) {
      terminal.puts(Capability.cursor_visible);
      terminal.puts(Capability.exit_ca_mode);
      terminal.flush();
      terminal.setAttributes(before);
    }
  }

  @Override
  public void close() throws IOException {
    restore();
    Runtime.getRuntime().removeShutdownHook(hook);
    terminal.close();
  }

  /** Now, on a clock that only goes forward. */
  static long nowMillis() {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
  }
}
