package io.mapscope.jfr;

import io.mapscope.profile.Fuzz;
import io.mapscope.profile.Report;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * Reads damaged forms of the recording that its first argument names, as many as the second says,
 * and ends with status 0 when each was read or refused in one line.
 */
final class RecordingFuzzProgram {
  private static final int SIZE_OFFSET = 8;
  private static final int HEADER_BYTES = 68;
  private static final long HANGING_MILLIS = TimeUnit.MINUTES.toMillis(2);
  private static final long[] EXTREMES = {0, 1, -1, Long.MAX_VALUE, Long.MIN_VALUE, 68, 1 << 20};

  private RecordingFuzzProgram() {}

  public static void main(String[] arguments) throws Exception {
    Path recording = Path.of(arguments[0]);
    byte[] whole = Files.readAllBytes(recording);
    Path damaged = recording.resolveSibling("damaged.jfr");
    Thread reading =
        new Thread(
            () -> {
              Fuzz.cases(
                  Integer.parseInt(arguments[1]),
                  random -> {
                    Files.write(damaged, damage(whole.clone(), random));
                    read(damaged);
                  });
              System.out.println("done");
              System.exit(0);
            });
    reading.setDaemon(true);
    reading.setUncaughtExceptionHandler((thread, failure) -> fail(failure));
    reading.start();
    reading.join(HANGING_MILLIS);
    fail(new AssertionError("it hangs: " + Arrays.toString(reading.getStackTrace())));
  }

  private static void fail(Throwable failure) {
    failure.printStackTrace(System.out);
    Runtime.getRuntime().halt(1);
  }

  private static void read(Path file) {
    try {
      List<Report> reports = RecordingReader.readAll(file);
      if (reports.isEmpty()) {
        throw new AssertionError("neither read nor refused");
      }
    } catch (UnreadableRecording refusal) {
      String message = String.valueOf(refusal.getMessage());
      if (!message.startsWith(file + ": ") || message.lines().count() != 1) {
        throw new AssertionError("refused as: " + message, refusal);
      }
    }
  }

  private static byte[] damage(byte[] bytes, Random random) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    for (int hits = random.nextInt(1, 4); hits > 0; hits--) {
      int at = random.nextInt(bytes.length - Long.BYTES);
      switch (random.nextInt(6)) {
        case 0 -> buffer.putLong(random.nextInt(2, 8) * Long.BYTES, extreme(random));
        case 1 -> buffer.putLong(at, extreme(random));
        case 2 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
        case 3 -> Arrays.fill(bytes, at, at + random.nextInt(1, 8), (byte) 0xff);
        case 4 -> System.arraycopy(bytes, random.nextInt(at + 1), bytes, at, random.nextInt(8));
        default -> bytes[at] = (byte) random.nextInt();
      }
    }
    return random.nextInt(4) == 0 ? cut(bytes, random) : bytes;
  }

  private static long extreme(Random random) {
    return EXTREMES[random.nextInt(EXTREMES.length)];
  }

  /** Without its end, which its header does not admit. */
  private static byte[] cut(byte[] bytes, Random random) {
    byte[] cut = Arrays.copyOf(bytes, random.nextInt(HEADER_BYTES, bytes.length));
    ByteBuffer.wrap(cut).putLong(SIZE_OFFSET, cut.length);
    return cut;
  }
}
