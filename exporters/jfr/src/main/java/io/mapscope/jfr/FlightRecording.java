package io.mapscope.jfr;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import jdk.jfr.Recording;
import jdk.jfr.RecordingState;
import org.jspecify.annotations.Nullable;

/**
 * A recording of our events that becomes a file when it is closed.
 *
 * <p>The file appears complete or not at all: it is written beside its destination under a
 * temporary name, readable by its owner only, and moved.
 *
 * <p>When the JVM ends, its own shutdown hook for Flight Recorder runs at the same time as the
 * agent's, and both may be anywhere in their work. Therefore {@link #closeAtExit} takes what it
 * needs in one step that holds the recorder's lock, {@link Recording#dump}, and touches nothing
 * that the other hook still uses; should the recorder be gone by then, it has left its data in
 * {@link #onExit}.
 */
public final class FlightRecording implements AutoCloseable {
  /** What the JDK says to whoever comes too late with a shutdown hook. */
  private static final String JVM_ENDS = "Shutdown in progress";

  /**
   * Events of the JDK that tell a viewer what it is looking at; a few bytes per chunk. Not among
   * them is {@code jdk.JVMInformation}: it has the command line, where passwords stand. Which JVM
   * it is stands in {@link AgentStatistics}.
   */
  private static final List<String> JVM_EVENTS =
      List.of("jdk.OSInformation", "jdk.CPUInformation", "jdk.GCConfiguration");

  private final Path destination;
  private final Recording recording;
  private final Path onExit;

  private FlightRecording(Path destination, Recording recording, Path onExit) {
    this.destination = destination;
    this.recording = recording;
    this.onExit = onExit;
  }

  /**
   * Starts to record, a set of our events every {@code period}. Takes tenths of a second in a JVM
   * that has not used Flight Recorder yet: call it off the main thread.
   *
   * @throws RecordingRefused when there is no Flight Recorder, hardly any room where it works, or
   *     the file cannot be written
   */
  public static FlightRecording start(Path destination, Duration period) throws RecordingRefused {
    String problem = JfrAvailability.problemOfStart();
    if (problem != null) {
      throw new RecordingRefused("cannot record to " + destination + ": " + problem);
    }
    if (Files.isDirectory(destination)) {
      throw new RecordingRefused("cannot record to " + destination + ": it is a directory");
    }
    Path absolute = destination.toAbsolutePath();
    Recording recording = null;
    Path onExit = null;
    try {
      onExit = temporaryBeside(absolute);
      onExit.toFile().deleteOnExit(); // happens when all shutdown hooks are done
      recording = new Recording();
      start(recording, onExit, period);
      return new FlightRecording(absolute, recording, onExit);
    } catch (IOException | IllegalStateException e) {
      discard(recording, onExit, e);
      throw new RecordingRefused("cannot record to " + destination + ": " + reason(e), e);
    }
  }

  private static void start(Recording recording, Path onExit, Duration period) throws IOException {
    recording.setName("Mapscope");
    recording.setToDisk(true);
    recording.setDestination(onExit);
    recording.setDumpOnExit(true);
    recording.enable(MapStatistics.class).withPeriod(period);
    recording.enable(AgentStatistics.class);
    recording.enable(FindingEvent.class);
    recording.enable(MapOverview.class);
    RareEvents.TYPES.forEach(recording::enable);
    JVM_EVENTS.forEach(recording::enable);
    try (HeldExit held = HeldExit.take()) {
      recording.start();
    }
  }

  /**
   * Ends the recording and writes the file, in a JVM that goes on.
   *
   * @throws IOException when the file could not be written; none is left then
   */
  @Override
  public void close() throws IOException {
    try {
      write();
    } finally {
      if (recording.getState() == RecordingState.RUNNING) {
        recording.setDestination(null); // or closing would write all of it a second time
      }
      recording.close();
      Files.deleteIfExists(onExit);
    }
  }

  /**
   * Writes the file, in a shutdown hook. The recording itself is left to the JVM, which ends it and
   * removes its temporary file.
   *
   * @throws IOException when the file could not be written; none is left then
   */
  public void closeAtExit() throws IOException {
    write();
  }

  /**
   * Takes what Flight Recorder has left of the recording at its own end, when {@link #closeAtExit}
   * does not return; asks the recorder nothing.
   *
   * @return whether there was something
   * @throws IOException when it could not be moved; then it is lost
   */
  public boolean takeWhatIsLeft() throws IOException {
    boolean left = isSomethingLeft();
    if (left) {
      move(onExit);
    }
    return left;
  }

  private boolean isSomethingLeft() throws IOException {
    return Files.exists(onExit) && Files.size(onExit) > 0;
  }

  private void write() throws IOException {
    Path dumped = temporaryBeside(destination);
    try {
      move(dump(dumped));
    } finally {
      Files.deleteIfExists(dumped);
    }
  }

  private Path dump(Path dumped) throws IOException {
    try {
      recording.dump(dumped);
      return dumped;
    } catch (IOException e) {
      if (isSomethingLeft()) {
        return onExit;
      }
      throw e;
    }
  }

  private void move(Path complete) throws IOException {
    Files.move(
        complete, destination, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** An empty file that only its owner may read. */
  private static Path temporaryBeside(Path destination) throws IOException {
    return Files.createTempFile(
        destination.getParent(), "." + destination.getFileName() + ".", ".tmp");
  }

  private static void discard(
      @Nullable Recording recording, @Nullable Path onExit, Exception because) {
    try {
      if (recording != null) {
        recording.close();
      }
      if (onExit != null) {
        Files.deleteIfExists(onExit);
      }
    } catch (IOException e) {
      because.addSuppressed(e);
    }
  }

  private static String reason(Exception e) {
    return switch (e.getClass().getSimpleName()) {
      case "NoSuchFileException" -> "its directory does not exist";
      case "AccessDeniedException" -> "its directory is not writable";
      default ->
          JVM_ENDS.equals(e.getMessage())
              ? "the application has ended before Flight Recorder could start"
              : String.valueOf(e.getMessage());
    };
  }
}
