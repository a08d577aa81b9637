package io.mapscope.runtime.otlp.logging;

/** The levels of {@code java.util.logging.Level}, as far as the SDK uses them. */
public final class Level {
  public static final Level OFF = new Level(Integer.MAX_VALUE);
  public static final Level SEVERE = new Level(1000);
  public static final Level WARNING = new Level(900);
  public static final Level INFO = new Level(800);
  public static final Level CONFIG = new Level(700);
  public static final Level FINE = new Level(500);
  public static final Level FINER = new Level(400);
  public static final Level FINEST = new Level(300);

  private final int value;

  private Level(int value) {
    this.value = value;
  }

  /** As in {@code java.util.logging}: the higher the graver. */
  public int intValue() {
    return value;
  }
}
