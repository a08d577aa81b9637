package io.mapscope.report;

import io.mapscope.profile.Report;
import io.mapscope.report.sarif.SourceRoots;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A report file yet to be written: its format and its directory are checked when this is made, so
 * that a user hears of a mistake at once and not when the program ends.
 */
public final class ReportWriter {

  private final Path file;
  private final ReportFormat format;

  private final @Nullable SourceRoots sources;

  private ReportWriter(Path file, ReportFormat format, @Nullable SourceRoots sources) {
    this.file = file;
    this.format = format;
    this.sources = sources;
  }

  /**
   * A writer for {@code file}; creates and changes nothing.
   *
   * @throws ReportRefused when the ending names no format of this version, the directory is missing
   *     or not writable, or the file exists and is no regular file
   */
  public static ReportWriter to(Path file) throws ReportRefused {
    ReportFormat format = ReportFormat.of(file);
    Path directory = file.toAbsolutePath().getParent();
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw new ReportRefused(file, "exists and is no regular file, expected a file to write");
    }
    if (directory == null || !Files.isDirectory(directory)) {
      throw new ReportRefused(file, "the directory " + directory + " does not exist");
    }
    if (!Files.isWritable(directory)) {
      throw new ReportRefused(file, "the directory " + directory + " is not writable");
    }
    return new ReportWriter(file, format, null);
  }

  /** The same; a format that names source files finds them by {@code sources}. */
  public ReportWriter withSources(SourceRoots sources) {
    return new ReportWriter(file, format, sources);
  }

  /** The file this writes. */
  public Path file() {
    return file;
  }

  /** Whether {@link #writeAll} takes the reports of several JVMs. */
  public boolean holdsSeveral() {
    return format.holdsSeveral();
  }

  /** Writes {@code report}, replacing what is there; the file is complete or untouched. */
  public void write(Report report) throws IOException {
    writeAll(List.of(report));
  }

  /**
   * Writes {@code reports} one after another, replacing what is there; the file is complete or
   * untouched.
   *
   * @throws IllegalArgumentException when there are several and the format holds only one
   */
  public void writeAll(List<Report> reports) throws IOException {
    if (reports.size() != 1 && !holdsSeveral()) {
      throw new IllegalArgumentException(file + " holds one report, got " + reports.size());
    }
    SourceRoots found = sources == null ? SourceRoots.none() : sources;
    AtomicFile.write(file, out -> format.write(reports, found, out));
  }
}
