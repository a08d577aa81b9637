package io.mapscope.jfr;

import io.mapscope.profile.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/**
 * Rebuilds reports from a recording file; equal to the reports that were written into it.
 *
 * <p>A recording holds a report per period; the newest complete one stands for the run. The file is
 * streamed, so memory goes with the number of maps, not with the length of the recording.
 */
public final class RecordingReader {

  private final Path file;
  private final ReportAssembly assembly = new ReportAssembly();

  private RecordingReader(Path file) {
    this.file = file;
  }

  /**
   * The one report in {@code file}.
   *
   * @throws UnreadableRecording when there is none, or more than one run of the agent
   */
  public static Report read(Path file) throws UnreadableRecording {
    List<Report> reports = readAll(file);
    if (reports.size() > 1) {
      throw new UnreadableRecording(
          file, "holds " + reports.size() + " runs of the agent where one was expected");
    }
    return reports.get(0);
  }

  /**
   * A report for every run of the agent in {@code file}, oldest first, at least one. There are
   * several when recordings of several JVMs were joined, or an agent was attached twice.
   *
   * @throws UnreadableRecording when there is none
   */
  public static List<Report> readAll(Path file) throws UnreadableRecording {
    RecordingReader reader = new RecordingReader(file);
    reader.checkFile();
    reader.readEvents();
    return reader.reports();
  }

  private void checkFile() throws UnreadableRecording {
    if (!Files.exists(file)) {
      throw new UnreadableRecording(file, "there is no such file");
    }
    if (Files.isDirectory(file)) {
      throw new UnreadableRecording(file, "is a directory, expected a recording");
    }
    String problem;
    try {
      problem = ChunkCheck.problem(file);
    } catch (IOException e) {
      throw new UnreadableRecording(file, "cannot be read, " + e, e);
    }
    if (problem != null) {
      throw new UnreadableRecording(file, problem);
    }
  }

  private void readEvents() throws UnreadableRecording {
    try (RecordingFile recording = new RecordingFile(file)) {
      while (recording.hasMoreEvents()) {
        add(recording.readEvent());
      }
    } catch (IOException | RuntimeException | VirtualMachineError e) {
      // The JDK's parser meets damaged bytes with whatever they lead it to: an array as large as
      // they say, recursion without end.
      throw new UnreadableRecording(file, "is damaged, it cannot be parsed (" + e + ")", e);
    }
  }

  private void add(RecordedEvent event) throws UnreadableRecording {
    String name = event.getEventType().getName();
    if (!ReportAssembly.EVENT_TYPES.contains(name)) {
      return;
    }
    try {
      assembly.add(name, new RecordedValues(event));
    } catch (IllegalArgumentException e) {
      throw new UnreadableRecording(
          file, name + " is not what this version writes: " + e.getMessage(), e);
    }
  }

  private List<Report> reports() throws UnreadableRecording {
    if (assembly.isEmpty()) {
      throw new UnreadableRecording(
          file, "holds no Mapscope events; was it recorded with the agent in the JVM?");
    }
    List<Report> reports = assembled();
    if (reports.isEmpty()) {
      throw new UnreadableRecording(
          file,
          "holds no complete set of Mapscope events; was "
              + MapStatistics.NAME
              + " or "
              + AgentStatistics.NAME
              + " switched off?");
    }
    return reports;
  }

  private List<Report> assembled() throws UnreadableRecording {
    try {
      return assembly.reports();
    } catch (IllegalArgumentException e) {
      throw new UnreadableRecording(file, "holds events that make no report: " + e.getMessage(), e);
    }
  }
}
