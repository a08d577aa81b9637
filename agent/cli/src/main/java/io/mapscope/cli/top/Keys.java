package io.mapscope.cli.top;

/** Keys as numbers: characters, control characters, and those that terminals send as sequences. */
final class Keys {
  static final int INTERRUPT = 3;
  static final int BACKSPACE = 8;
  static final int ENTER = 13;
  static final int ESCAPE = 27;
  static final int DELETE = 127;

  /** Beyond all characters. */
  static final int FIRST_SPECIAL = 0x110000;

  static final int UP = FIRST_SPECIAL;
  static final int DOWN = FIRST_SPECIAL + 1;

  private Keys() {}
}
