package io.mapscope.jfr;

import io.mapscope.profile.Report;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import jdk.jfr.Recording;

/** Makes recording files for the tests. */
final class Recordings {

  private Recordings() {}

  /** A recording that ended with {@code report}. */
  static Path of(Path directory, Report report) {
    return during(directory, () -> sink(() -> report).emitFinal(report));
  }

  /** A recording of what {@code action} wrote. */
  static Path during(Path directory, Runnable action) {
    try (Recording recording = new Recording()) {
      recording.start();
      action.run();
      recording.stop();
      Path file = Files.createTempFile(directory, "test", ".jfr");
      recording.dump(file);
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A sink whose snapshots must not fail. */
  static JfrSink sink(Supplier<Report> snapshot) {
    return new JfrSink(
        snapshot,
        e -> {
          throw e;
        });
  }
}
