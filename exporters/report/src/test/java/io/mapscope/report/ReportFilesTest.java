package io.mapscope.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mapscope.profile.ReportSamples;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportFilesTest {

  @TempDir Path directory;

  @Test
  void jsonFile_writtenAndRead_isTheSameReport() throws Exception {
    Path file = directory.resolve("report.json");
    ReportWriter.to(file).write(ReportSamples.nasty());

    assertThat(ReportReader.read(file)).isEqualTo(ReportSamples.nasty());
    assertThat(filesInDirectory()).containsExactly(file);
  }

  @Test
  void textFile_holdsTheTextReport() throws Exception {
    Path file = directory.resolve("REPORT.TXT");
    ReportWriter.to(file).write(ReportSamples.shop());

    assertThat(file).hasContent(TextReport.render(ReportSamples.shop()));
  }

  @Test
  void file_belongsToItsOwnerOnly() throws Exception {
    Path file = directory.resolve("report.txt");
    ReportWriter.to(file).write(ReportSamples.shop());

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void file_thatOthersCouldRead_belongsToItsOwnerOnlyWhenReplaced() throws Exception {
    Path file = Files.writeString(directory.resolve("report.json"), "old");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
    ReportWriter.to(file).write(ReportSamples.shop());

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  /** In a directory where others may write it could be theirs, and lead to any file. */
  @Test
  void symbolicLink_inPlaceOfTheFile_isReplacedAndWhatItLeadsToUntouched() throws Exception {
    Path precious = Files.writeString(directory.resolve("precious.txt"), "precious");
    Path link = Files.createSymbolicLink(directory.resolve("link.txt"), precious);
    ReportWriter.to(link).write(ReportSamples.empty());

    assertThat(link).isRegularFile().hasContent(TextReport.render(ReportSamples.empty()));
    assertThat(Files.isSymbolicLink(link)).isFalse();
    assertThat(precious).hasContent("precious");
  }

  @Test
  void symbolicLink_toNothing_isReplacedAndNothingMade() throws Exception {
    Path absent = directory.resolve("absent.txt");
    Path link = Files.createSymbolicLink(directory.resolve("link.txt"), absent);
    ReportWriter.to(link).write(ReportSamples.empty());

    assertThat(Files.isSymbolicLink(link)).isFalse();
    assertThat(absent).doesNotExist();
  }

  @Test
  void symbolicLink_amongTheDirectories_isFollowed() throws Exception {
    Path real = Files.createDirectory(directory.resolve("real"));
    Path link = Files.createSymbolicLink(directory.resolve("reports"), real);
    ReportWriter.to(link.resolve("report.txt")).write(ReportSamples.empty());

    assertThat(real.resolve("report.txt")).exists();
    assertThat(link).isSymbolicLink();
  }

  /** Whoever plants links would have to guess the name; the file is made new or not at all. */
  @Test
  void temporaryFile_isNewUnderANameThatNobodyCanForesee() throws Exception {
    Path file = directory.resolve("report.txt");
    Set<Path> temporary = new HashSet<>();
    for (int write = 0; write < 3; write++) {
      AtomicFile.write(
          file,
          out -> {
            for (Path seen : filesInDirectory()) {
              if (!seen.equals(file)) {
                temporary.add(seen);
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(seen)))
                    .isEqualTo("rw-------");
              }
            }
          });
    }

    assertThat(temporary).hasSize(3);
    assertThat(filesInDirectory()).containsExactly(file);
  }

  @Test
  void contentThatFails_leavesTheOldFileAndNoOther() throws Exception {
    Path file = Files.writeString(directory.resolve("report.txt"), "old");

    assertThatThrownBy(
            () ->
                AtomicFile.write(
                    file,
                    out -> {
                      out.append("half");
                      throw new IOException("disk full");
                    }))
        .isInstanceOf(IOException.class)
        .hasMessage("disk full");
    assertThat(file).hasContent("old");
    assertThat(filesInDirectory()).containsExactly(file);
  }

  @ParameterizedTest
  @ValueSource(strings = {"report.pdf", "report", "json"})
  void unknownFormat_isRefused(String name) {
    Path file = directory.resolve(name);

    assertThatThrownBy(() -> ReportWriter.to(file))
        .hasMessage(
            file
                + ": the file's ending names no report format, Mapscope writes .html, .json, .sarif and .txt");
  }

  @Test
  void missingDirectory_isRefusedBeforeWriting() {
    Path file = directory.resolve("no/such/report.json");

    assertThatThrownBy(() -> ReportWriter.to(file))
        .hasMessage(file + ": the directory " + file.getParent() + " does not exist");
  }

  @Test
  void directoryInPlaceOfTheFile_isRefused() throws Exception {
    Path file = Files.createDirectory(directory.resolve("report.json"));

    assertThatThrownBy(() -> ReportWriter.to(file))
        .hasMessage(file + ": exists and is no regular file, expected a file to write");
    assertThatThrownBy(() -> ReportReader.read(file))
        .hasMessage(file + ": is no regular file, expected a report in JSON");
  }

  @Test
  void missingInput_isNamed() {
    Path file = directory.resolve("none.json");

    assertThatThrownBy(() -> ReportReader.read(file))
        .isInstanceOf(ReportRefused.class)
        .hasMessage(file + ": there is no such file");
  }

  @Test
  void brokenInput_saysWhere() throws Exception {
    Path file = Files.writeString(directory.resolve("broken.json"), "{\"schema\": 1,}");

    assertThatThrownBy(() -> ReportReader.read(file))
        .isInstanceOf(ReportRefused.class)
        .hasMessage(
            file + ": expected a property name in double quotes, found '}' (line 1, column 14)");
  }

  @Test
  void hugeInput_isRefusedUnread() throws Exception {
    Path file = directory.resolve("huge.json");
    try (FileChannel sparse =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      sparse.position(ReportReader.MAX_BYTES);
      sparse.write(ByteBuffer.wrap(new byte[1]));
    }

    assertThatThrownBy(() -> ReportReader.read(file))
        .hasMessage(file + ": is larger than a report can be, at most 256 MiB");
  }

  private List<Path> filesInDirectory() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.toList();
    }
  }
}
