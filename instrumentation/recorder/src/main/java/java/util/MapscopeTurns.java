package java.util;

/**
 * When threads were last looked at under the monitors that threads wait for, and since when they
 * have used none of the maps there: for {@link MapscopeWaited}.
 *
 * <p>A table of fixed size; a thread that takes another's place makes it forgotten, and nothing is
 * then known of any thread's time before. Written plainly, as a rule under the monitor in question;
 * a race makes for a look too many or for one that tells nothing.
 */
final class MapscopeTurns {
  private static final int PLACES = 512;
  private static final int WIDTH = 3;
  private static final int LOOKED = 1;

  /** When another thread took over, or {@link #ON_TURN}. */
  private static final int PASSED = 2;

  private static final long ON_TURN = 0;
  private static final long[] TABLE = new long[WIDTH * PLACES];

  /** When a thread was last forgotten. */
  private static long forgottenNanos = System.nanoTime();

  private MapscopeTurns() {}

  /** It is the turn of the thread {@code id}; since when it has used no map there. */
  static long begin(long id, long monitor, long nowNanos) {
    int place = place(id, monitor);
    long who = who(id, monitor);
    long since = forgottenNanos;
    if (TABLE[place] == who) {
      since = TABLE[place + PASSED] == ON_TURN ? nowNanos : TABLE[place + PASSED];
    } else {
      if (TABLE[place] != 0) {
        forgottenNanos = nowNanos;
      }
      TABLE[place] = who;
      TABLE[place + LOOKED] = nowNanos - MapscopeWaited.APART_NANOS;
    }
    TABLE[place + PASSED] = ON_TURN;
    return since;
  }

  /** Another thread's turn begins after that of {@code id}. */
  static void end(long id, long monitor, long nowNanos) {
    int place = place(id, monitor);
    if (TABLE[place] == who(id, monitor)) {
      TABLE[place + PASSED] = nowNanos | 1; // never ON_TURN
    }
  }

  /** Whether the thread on turn was not looked at within the last millisecond; now it is. */
  static boolean isDue(long id, long monitor, long nowNanos) {
    int place = place(id, monitor);
    if (TABLE[place] == who(id, monitor)) {
      if (nowNanos - TABLE[place + LOOKED] < MapscopeWaited.APART_NANOS) {
        return false;
      }
      TABLE[place + LOOKED] = nowNanos;
    }
    return true;
  }

  static void forget() {
    Arrays.fill(TABLE, 0);
  }

  private static long who(long id, long monitor) {
    return monitor ^ (id << Integer.SIZE);
  }

  private static int place(long id, long monitor) {
    return WIDTH * (int) ((id ^ (monitor >>> Byte.SIZE)) & (PLACES - 1));
  }
}
