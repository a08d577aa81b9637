package io.mapscope.report;

import io.mapscope.profile.Report;
import io.mapscope.report.comparison.Comparison;
import io.mapscope.report.sarif.SourceRoots;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

  /** Writes {@code report}, replacing what is there; the file is complete or untouched. */
  public void write(Report report) throws IOException {
    SourceRoots found = sources == null ? SourceRoots.none() : sources;
    AtomicFile.write(file, out -> format.write(report, found, out));
  }

  /** Whether {@link #write(Comparison)} is possible. */
  public boolean holdsComparison() {
    return format.holdsComparison();
  }

  /** Writes {@code comparison}, replacing what is there; the file is complete or untouched. */
  public void write(Comparison comparison) throws IOException {
    AtomicFile.write(file, out -> format.write(comparison, out));
  }
}
